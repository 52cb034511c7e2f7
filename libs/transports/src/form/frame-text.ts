import { stamp } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';

/** The whole JSON of a frame as written at a time, epoch ms. */
export const frameText = ({ json }: EncodedFrame, writtenAt: number): string => json + stamp(writtenAt);
