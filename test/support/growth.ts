/** Processor time below which a run says nothing of how the work grows, in µs. */
const FLOOR = 2_000;
const TIMES = 8;
const ROUNDS = 5;

/**
 * How work grows with what it is given, as an exponent: 1 for work that doubles with its input, 2
 * for work that is then four times as much. It says nothing of how fast the machine is: the least
 * processor time of this process in a few rounds, to which other work on the machine adds none.
 * @param made the input of a size, not counted; another one for each round, or what is remembered of the
 *   first would be measured
 */
export function growthOf<Input>(
  size: number,
  made: (size: number, round: number) => Input,
  work: (input: Input) => unknown,
): number {
  const cost = (at: number): number => {
    const times = Array.from({ length: ROUNDS }, (_, round) => {
      const input = made(at, round);
      const start = process.cpuUsage();
      work(input);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    });
    return Math.max(FLOOR, Math.min(...times));
  };
  const first = cost(size);
  return Math.log(cost(size * TIMES) / first) / Math.log(TIMES);
}

/** Between work that grows with its input (1) and work that grows with its square (2). */
export const LINEAR = 1.5;
