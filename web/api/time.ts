/** The clock and the timer, as arguments so that tests hold them. */
export interface Time {
  now(): number;
  /** Does something later; what comes back keeps it from being done. */
  after(milliseconds: number, action: () => void): () => void;
}

export const realTime: Time = {
  now: () => performance.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
