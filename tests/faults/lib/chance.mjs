// Chance that can be repeated, and a part of a list that stands for all of it.

/// Numbers from 0 to 1, the same for the same seed (mulberry32).
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/// The seed of this run: SEED in the environment repeats another's.
export const seedOfRun = () => Number(process.env.SEED ?? Date.now() % 1_000_000);

/// So many of a list, evenly, the first and the last with them; all of it when it is not longer.
export function evenly(list, count) {
  if (list.length <= count) return list;
  return Array.from({ length: count }, (_, i) => list[Math.round((i * (list.length - 1)) / Math.max(count - 1, 1))]);
}
