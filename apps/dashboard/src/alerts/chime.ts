let audio: AudioContext | undefined;

/** Two soft notes. Silent where the browser has no sound, or has not been pressed yet. */
export function chime(window: Window & typeof globalThis): void {
  if (!('AudioContext' in window)) return;
  audio ??= new window.AudioContext();
  // Refused before the first press on the page; the alert is also written and said.
  audio.resume().catch(() => undefined);
  for (const [after, hertz] of [
    [0, 660],
    [0.14, 880],
  ] as const)
    note(audio, audio.currentTime + after, hertz);
}

function note(context: AudioContext, from: number, hertz: number): void {
  const [tone, loudness] = [context.createOscillator(), context.createGain()];
  tone.frequency.value = hertz;
  loudness.gain.setValueAtTime(0.0001, from);
  loudness.gain.exponentialRampToValueAtTime(0.15, from + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, from + 0.3);
  tone.connect(loudness).connect(context.destination);
  tone.start(from);
  tone.stop(from + 0.32);
}
