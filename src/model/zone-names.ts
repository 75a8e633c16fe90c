/** The names that pages print for a zone's offset, by our own table: an abbreviation is never handed to a time library. */

const table: Readonly<Record<string, number>> = {
  "british summer time": 60,
  bst: 60,
  "greenwich mean time": 0,
  gmt: 0,
  "coordinated universal time": 0,
  utc: 0,
  "irish standard time": 60,
  "western european time": 0,
  wet: 0,
  "western european summer time": 60,
  west: 60,
  "central european time": 60,
  cet: 60,
  "central european summer time": 120,
  cest: 120,
  "eastern european time": 120,
  eet: 120,
  "eastern european summer time": 180,
  eest: 180,
  "moscow standard time": 180,
  msk: 180,
  "eastern standard time": -300,
  est: -300,
  "eastern daylight time": -240,
  edt: -240,
  "central daylight time": -300,
  cdt: -300,
  "mountain standard time": -420,
  "mountain daylight time": -360,
  mdt: -360,
  "pacific standard time": -480,
  pst: -480,
  "pacific daylight time": -420,
  pdt: -420,
  pkt: 300,
  wib: 420,
  sgt: 480,
  hkt: 480,
  awst: 480,
  kst: 540,
  acst: 570,
  acdt: 630,
  sast: 120,
  eat: 180,
  trt: 180,
  "japan standard time": 540,
  jst: 540,
  "australian eastern standard time": 600,
  aest: 600,
  "australian eastern daylight time": 660,
  aedt: 660,
  "new zealand standard time": 720,
  nzst: 720,
  "new zealand daylight time": 780,
  nzdt: 780,
};

/** Minutes east of UTC for "British Summer Time", "BST" and the like; undefined for a name that is unknown or ambiguous. */
export const zoneNameOffset = (name: string): number | undefined =>
  Object.hasOwn(table, name.toLowerCase()) ? table[name.toLowerCase()] : undefined;

/** Names that are those of several zones, or of one in summer and winter: only who knows the zone knows the offset. */
const shared: Readonly<Record<string, readonly string[]>> = {
  ist: ["Asia/Kolkata", "Asia/Calcutta", "Asia/Jerusalem", "Europe/Dublin"],
  cst: ["America/Chicago", "Asia/Shanghai", "America/Havana"],
  et: ["America/New_York", "America/Toronto"],
  ct: ["America/Chicago"],
  mt: ["America/Denver"],
  pt: ["America/Los_Angeles", "America/Vancouver"],
};

/** IANA names of the zones that an abbreviation can mean, the likeliest first; none for names that are not known as such. */
export const zonesNamed = (name: string): readonly string[] =>
  Object.hasOwn(shared, name.toLowerCase()) ? (shared[name.toLowerCase()] ?? []) : [];
