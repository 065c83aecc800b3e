/** Lets a question to stop come in: it waits until what runs now is done. */
export const breath = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
