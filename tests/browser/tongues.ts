/** The invented words of a flood at a mill town, in each language of the interface: what the pages of the eye tests are made of. */

export interface Tongue {
  readonly language: string;
  readonly title: string;
  readonly points: readonly string[];
  readonly headlines: readonly string[];
  readonly sentences: readonly string[];
  readonly picture: string;
  readonly caption: string;
  readonly person: string;
  readonly role: string;
  readonly label: string;
}

const english: Tongue = {
  language: "en-GB",
  title: "The river at Fenwick: a night and a day",
  points: [
    "The water passed the old mark on the mill shortly before four",
    "Nobody was hurt; eleven houses stood empty",
  ],
  headlines: [
    "The bridge is closed to carts",
    "A gauge that nobody trusted",
    "Sandbags for the school",
    "What the miller’s book says of 1912",
    "The rain stops",
    "Bread from the upper town",
  ],
  sentences: [
    "The gauge at the mill stood at three metres and rose by a hand every hour.",
    "Men from both banks carried sandbags to the school until the lamps went out.",
    "The miller had measured the water each morning for forty years, and he wrote this number down as well.",
    "Towards morning the rain grew thin, and the first boats were tied to the church railings.",
  ],
  picture: "A mill beside a broad grey river under a low sky",
  caption: "The mill at dawn, seen from the bridge",
  person: "Ada Fenn",
  role: "Miller",
  label: "Analysis",
};

const french: Tongue = {
  language: "fr-FR",
  title: "La rivière à Fenwick : une nuit et un jour",
  points: ["L’eau a dépassé l’ancien repère du moulin peu avant quatre heures", "Aucun blessé ; onze maisons évacuées"],
  headlines: [
    "Le pont est fermé aux charrettes",
    "Une échelle à laquelle personne ne croyait",
    "Des sacs de sable pour l’école",
    "Ce que dit le carnet du meunier",
    "La pluie cesse",
    "Du pain venu de la ville haute",
  ],
  sentences: [
    "L’échelle du moulin marquait trois mètres et montait d’une main par heure.",
    "Des hommes des deux rives portèrent des sacs de sable à l’école jusqu’à l’extinction des lampes.",
    "Le meunier relevait l’eau chaque matin depuis quarante ans ; il nota aussi ce chiffre.",
    "Vers le matin la pluie faiblit, et l’on attacha les premières barques aux grilles de l’église.",
  ],
  picture: "Un moulin au bord d’une large rivière grise sous un ciel bas",
  caption: "Le moulin à l’aube, vu du pont",
  person: "Ada Fenn",
  role: "Meunière",
  label: "Analyse",
};

const arabic: Tongue = {
  language: "ar",
  title: "النهر في فنويك: ليلة ونهار",
  points: ["تجاوز الماء العلامة القديمة على الطاحونة قبيل الرابعة", "لم يُصب أحد، وأُخليت أحد عشر بيتًا"],
  headlines: [
    "الجسر مغلق أمام العربات",
    "مقياس لم يثق به أحد",
    "أكياس رمل للمدرسة",
    "ما يقوله دفتر الطحّان عن 1912",
    "المطر يتوقف",
    "خبز من المدينة العليا",
  ],
  sentences: [
    "كان مقياس الطاحونة عند ثلاثة أمتار، وكان يرتفع شبرًا كل ساعة.",
    "حمل رجال من الضفتين أكياس الرمل إلى المدرسة حتى انطفأت المصابيح.",
    "ظل الطحّان يقيس الماء كل صباح أربعين عامًا، وقد كتب هذا الرقم أيضًا.",
    "قرب الصباح خفّ المطر، ورُبطت القوارب الأولى إلى سياج الكنيسة.",
  ],
  picture: "طاحونة بجانب نهر رمادي عريض تحت سماء منخفضة",
  caption: "الطاحونة عند الفجر كما تُرى من الجسر",
  person: "آدا فن",
  role: "طحّانة",
  label: "تحليل",
};

const chinese: Tongue = {
  language: "zh-CN",
  title: "芬威克的河：一夜一昼",
  points: ["将近四点，水位越过磨坊旧标线", "无人受伤，十一户人家撤离"],
  headlines: [
    "桥梁禁止车辆通行",
    "无人相信的水尺",
    "为学校运来沙袋",
    "磨坊主的账本如何记载1912年",
    "雨停了",
    "上城送来的面包",
  ],
  sentences: [
    "磨坊的水尺停在三米处，每小时上涨一掌。",
    "两岸的人把沙袋扛到学校，直到灯火熄灭。",
    "磨坊主四十年来每天早晨测量水位，这个数字他也写了下来。",
    "天快亮时雨势渐小，第一批小船系在教堂的栏杆上。",
  ],
  picture: "低垂的天空下，宽阔灰色河流旁的一座磨坊",
  caption: "从桥上望见的黎明磨坊",
  person: "艾达·芬",
  role: "磨坊主",
  label: "分析",
};

const russian: Tongue = {
  language: "ru",
  title: "Река в Фенвике: ночь и день",
  points: [
    "Вода поднялась выше старой отметки на мельнице около четырёх",
    "Никто не пострадал; одиннадцать домов пусты",
  ],
  headlines: [
    "Мост закрыт для повозок",
    "Рейка, которой никто не верил",
    "Мешки с песком для школы",
    "Что сказано в книге мельника о 1912 годе",
    "Дождь прекращается",
    "Хлеб из верхнего города",
  ],
  sentences: [
    "Рейка у мельницы показывала три метра и прибавляла по ладони в час.",
    "Люди с обоих берегов носили мешки с песком к школе, пока не погасли фонари.",
    "Мельник сорок лет измерял воду каждое утро и записал также это число.",
    "К утру дождь поредел, и первые лодки привязали к церковной ограде.",
  ],
  picture: "Мельница у широкой серой реки под низким небом",
  caption: "Мельница на рассвете, вид с моста",
  person: "Ада Фенн",
  role: "мельник",
  label: "Анализ",
};

const ukrainian: Tongue = {
  language: "uk",
  title: "Річка у Фенвіку: ніч і день",
  points: [
    "Вода піднялася вище старої позначки на млині близько четвертої",
    "Ніхто не постраждав; одинадцять осель порожні",
  ],
  headlines: [
    "Міст закрито для возів",
    "Рейка, якій ніхто не вірив",
    "Мішки з піском для школи",
    "Що каже книга мірошника про 1912 рік",
    "Дощ ущухає",
    "Хліб із верхнього міста",
  ],
  sentences: [
    "Рейка біля млина показувала три метри й щогодини додавала долоню.",
    "Люди з обох берегів носили мішки з піском до школи, доки не згасли ліхтарі.",
    "Мірошник сорок років щоранку вимірював воду й записав також це число.",
    "Над ранок дощ порідшав, і перші човни прив’язали до церковної огорожі.",
  ],
  picture: "Млин біля широкої сірої річки під низьким небом",
  caption: "Млин на світанку, вигляд з мосту",
  person: "Ада Фенн",
  role: "мірошниця",
  label: "Аналіз",
};

const persian: Tongue = {
  language: "fa",
  title: "رودخانه در فنویک: یک شب و یک روز",
  points: ["آب اندکی پیش از ساعت چهار از نشان کهنهٔ آسیاب گذشت", "کسی آسیب ندید؛ یازده خانه خالی ماند"],
  headlines: [
    "پل به روی گاری‌ها بسته شد",
    "اشلی که کسی به آن باور نداشت",
    "کیسه‌های شن برای مدرسه",
    "دفتر آسیابان دربارهٔ ۱۹۱۲ چه می‌گوید",
    "باران بند می‌آید",
    "نان از شهر بالا",
  ],
  sentences: [
    "اشل آسیاب روی سه متر بود و هر ساعت یک وجب بالا می‌آمد.",
    "مردانی از هر دو کرانه تا خاموش شدن چراغ‌ها کیسهٔ شن به مدرسه بردند.",
    "آسیابان چهل سال هر بامداد آب را اندازه گرفته بود و این عدد را هم نوشت.",
    "نزدیک بامداد باران کم شد و نخستین قایق‌ها را به نردهٔ کلیسا بستند.",
  ],
  picture: "آسیابی کنار رودی پهن و خاکستری زیر آسمانی کوتاه",
  caption: "آسیاب در سپیده‌دم، از روی پل",
  person: "آدا فن",
  role: "آسیابان",
  label: "تحلیل",
};

export const tongues: readonly Tongue[] = [english, french, arabic, chinese, russian, ukrainian, persian];
