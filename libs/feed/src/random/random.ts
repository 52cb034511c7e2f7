/**
 * One stream of uniform random numbers in [0, 1). Everything random takes one as an argument; whoever
 * makes it with {@link streamOf} decides that the run can be repeated.
 */
export type Random = () => number;
