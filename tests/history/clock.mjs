// When commits are made: forward from 2015, irregular, some on one day, near midnight too, in British time.

const DAY = 24 * 60 * 60;
const BEGIN = Date.UTC(2015, 0, 5, 9) / 1000;
const YEARS = 9;

const ODD_ZONE = 12 * 60 + 45; // the Chatham Islands

/// Near enough to when British clocks change, which is all that git is told.
const britishZone = (seconds) => {
  const month = new Date(seconds * 1000).getUTCMonth();
  return month >= 3 && month <= 9 ? 60 : 0;
};

/// A point in time. `zone`: minutes before UTC.
class Moment {
  constructor(seconds, zone) {
    this.seconds = seconds;
    this.zone = zone;
  }

  /// The day on the calendar where the commit was made.
  get day() {
    return new Date((this.seconds + this.zone * 60) * 1000).toISOString().slice(0, 10);
  }

  /// As git stores it: "1425204000 +0100".
  toString() {
    const minutes = Math.abs(this.zone);
    const digits = String(Math.floor(minutes / 60) * 100 + (minutes % 60)).padStart(4, "0");
    return `${this.seconds} ${this.zone < 0 ? "-" : "+"}${digits}`;
  }
}

export class Clock {
  constructor(commits) {
    this.gap = (YEARS * 365 * DAY) / commits;
    this.seconds = BEGIN;
  }

  /// `how`: "usual", "odd-zone" or "backwards".
  next(random, how = "usual") {
    const sameDay = random.chance(0.15);
    this.seconds += sameDay ? random.between(300, 3600) : Math.ceil(-Math.log(1 - random.next()) * this.gap) + 60;
    if (how === "backwards") return new Moment(this.seconds - 40 * DAY, britishZone(this.seconds - 40 * DAY));
    return new Moment(this.seconds, how === "odd-zone" ? ODD_ZONE : britishZone(this.seconds));
  }

  copy() {
    return Object.assign(Object.create(Clock.prototype), this);
  }
}

/// Some people write a commit long before it is taken over.
export function authorOf(moment, random) {
  if (!random.chance(0.2)) return moment;
  return new Moment(moment.seconds - random.between(1, 20 * DAY), moment.zone);
}
