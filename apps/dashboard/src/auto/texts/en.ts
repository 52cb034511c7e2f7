export const en = {
  steps: 'Auto mode’s last steps',
  none: 'No step so far.',
  best: 'On the best transport there is.',
  trying: (transport: string) => `Trying ${transport}; what runs goes on meanwhile.`,
  nextTry: (seconds: number) =>
    seconds > 0 ? `A better one is tried in ${seconds} s.` : 'A better one is tried now.',
  failed: (why: string) => `Last try: ${why}.`,
  why: {
    'no-first-frame': (transport: string, waited: string) =>
      `${transport} opened, and nothing came in ${waited}`,
    refused: (transport: string, code: string) =>
      code === 'lost' ? `${transport} could not be opened` : `${transport} was refused: ${code}`,
    silent: (transport: string, time: string) => `${transport} was silent for ${time}`,
    'lost-often': (transport: string, times: number, within: string) =>
      `${transport} was lost ${times} times in ${within}`,
    'held-back': (transport: string, time: string) =>
      `${transport} was held back on the way and came in bursts, up to ${time} late`,
    works: (transport: string, tries: number) =>
      tries > 1 ? `${transport} answers again, at try ${tries}` : `${transport} answers`,
    'took-over': (transport: string) => `${transport} was being tried when the other was lost`,
  },
};
