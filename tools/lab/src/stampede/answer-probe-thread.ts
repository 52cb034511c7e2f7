import { fineClock, HttpAnswers, type Address } from '@tickway/gateway';
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { request } from '../viewer/request';
import type { ProbeSample } from './answer-probe';

const EVERY_MS = 10;

// A thread of its own: the viewers' thread is busy at the very moments that are looked at.
const server = workerData as Address;
const asked: number[] = [];
let samples: ProbeSample[] = [];
const question = request(server, '/feed/clock');

const socket = connect({ ...server, noDelay: true });
const answers = new HttpAnswers({
  head: () => undefined,
  body: () => undefined,
  framing: () => undefined,
  end: () => {
    const at = asked.shift();
    if (at !== undefined) samples.push([at, fineClock.now() - at]);
  },
});
socket.on('data', (chunk: Buffer) => answers.add(chunk));
// What is not answered makes no sample; the report then has none for that time.
socket.on('error', () => undefined);

// Asks on without waiting for the answers, which come in the order of the questions.
setInterval(() => {
  asked.push(fineClock.now());
  socket.write(question);
}, EVERY_MS);

parentPort?.on('message', () => {
  parentPort?.postMessage(samples);
  samples = [];
});
