import { generateKeyPairSync, sign } from 'node:crypto';
import type { Certificate } from '../http2-entrance';

/** One value of X.509's encoding, DER (ITU-T X.690): what it is, how long, and what is in it. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const SEQUENCE = 0x30;
const sequence = (...parts: readonly Buffer[]) => der(SEQUENCE, ...parts);
const set = (part: Buffer) => der(0x31, part);
const integer = (value: number) => der(0x02, Buffer.from([value]));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const utcTime = (text: string) => der(0x17, Buffer.from(text));
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content);
const octets = (content: Buffer) => der(0x04, content);

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const name = (text: string) => sequence(set(sequence(oid('550403'), der(0x0c, Buffer.from(text)))));
const LOOPBACK = Buffer.from([127, 0, 0, 1]);
/** Subject alternative names (RFC 5280 section 4.2.1.6): a DNS name is 2, an address 7. */
const alternativeNames = sequence(
  oid('551d11'),
  octets(sequence(der(0x82, Buffer.from('localhost')), der(0x87, LOOPBACK))),
);

/** A certificate for this machine that nobody else vouches for (RFC 5280), made anew each time. */
export function selfSigned(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = name('localhost');
  const told = sequence(
    ...[der(0xa0, integer(2)), integer(1), ecdsaWithSha256, subject],
    ...[sequence(utcTime('000101000000Z'), utcTime('491231235959Z')), subject],
    ...[publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, sequence(alternativeNames))],
  );
  const whole = sequence(told, ecdsaWithSha256, bits(sign('sha256', told, privateKey)));
  const cert = `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`;
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}
