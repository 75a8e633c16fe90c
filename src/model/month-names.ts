/** From English names of months and weekdays, full or abbreviated, to numbers, and back. */

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const monthNumbers = new Map<string, number>([["sept", 9]]);
for (const [index, name] of months.entries()) monthNumbers.set(name, index + 1).set(name.slice(0, 3), index + 1);

const weekdayNumbers = new Map<string, number>([
  ["tues", 2],
  ["thur", 4],
  ["thurs", 4],
]);
for (const [index, name] of weekdays.entries()) weekdayNumbers.set(name, index + 1).set(name.slice(0, 3), index + 1);

/** 1 to 12 for "May", "september", "Sept"; undefined for anything else. */
export const monthNumber = (name: string): number | undefined => monthNumbers.get(name.toLowerCase());

/** 1 (Monday) to 7 for "Thursday", "Thu"; undefined for anything else. */
export const weekdayNumber = (name: string): number | undefined => weekdayNumbers.get(name.toLowerCase());

/** "May" for 5. */
export const monthName = (month: number): string => {
  const name = months[month - 1] ?? "";
  return name.slice(0, 1).toUpperCase() + name.slice(1);
};

/** "Friday" for 5. */
export const weekdayName = (weekday: number): string => {
  const name = weekdays[weekday - 1] ?? "";
  return name.slice(0, 1).toUpperCase() + name.slice(1);
};
