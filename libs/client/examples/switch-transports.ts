/** Goes through all transports on one connection; the check of missing and double offsets stays at 0. */
import { connect } from '../src/index';
import { parseTopic, transportNames } from '@tickway/protocol';

const trades = parseTopic('trades');
const connection = connect({
  url: 'http://127.0.0.1:3000',
  transport: 'polling',
  subscriptions: [{ topic: parseTopic('quotes') }, { topic: trades }],
  every: [trades],
});

connection.counts.subscribe(({ missing, double, switches }) => console.log({ switches, missing, double }));
transportNames.forEach((name, index) => setTimeout(() => connection.switchTo(name), 3_000 * (index + 1)));
setTimeout(() => {
  console.log(connection.meter.snapshot());
  connection.close();
}, 20_000);
