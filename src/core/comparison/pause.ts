/**
 * Lets others have the processor for a while. A comparison takes it for some hundred milliseconds, and for seconds where
 * everything changed; it pauses between one question and the next.
 */
export type Pause = () => Promise<void>;

/** Of whoever has nothing else to do. */
export const NO_PAUSE: Pause = () => Promise.resolve();
