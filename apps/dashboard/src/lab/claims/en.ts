import type { ClaimTexts } from './claim';
import type { MeasureName } from './measures';

/** The claims in English, the first one at 0. */
export const en: readonly ClaimTexts[] = [
  {
    claim: 'With polling the client asks over HTTP every n seconds and takes whatever answer there is.',
    decides: 'The delay of every update at several intervals: its mean and its maximum.',
    reason:
      'An update waits for the next question: half the interval in the mean, all of it at worst, and the transits on top.',
  },
  {
    claim: 'HTTP is one-shot and its headers are among the heaviest, so repeated requests burden the server.',
    decides:
      'Bytes besides the payload for each update, over HTTP/1.1 and HTTP/2, and whether connections are kept.',
    reason:
      'Headers do come with every exchange, but connections have persisted by default since HTTP/1.1, and over HTTP/2 a header that was said before is an index of a byte or two.',
  },
  {
    claim: 'Polling keeps asking although nothing has happened.',
    decides: 'The share of answers that tell nothing.',
    reason:
      'So it is. With events at random times at rate λ a share e^(−λn) of the answers is empty; a 304 answer saves the body, not the question.',
  },
  {
    claim: 'A long poll is held until there is an event; then the server answers and the connection ends.',
    decides: 'How many TCP connections are opened for a hundred answers.',
    reason: 'It is the request that ends. The TCP connection normally stays and carries the next one.',
  },
  {
    claim: 'After the answer the client asks again at once, to wait for the next event.',
    decides: 'The time from the end of one answer to the next request.',
    reason:
      'Yes, and that gap of two transits and the client’s turn-around is the whole story of long polling’s latency.',
  },
  {
    claim: 'Long polling burdens the server less than polling.',
    decides: 'Requests a second of both, at several rates of events.',
    reason:
      'True while events are rarer than the polling interval. With frequent events a long poll asks more often than a slow poll, up to once a gap.',
  },
  {
    claim: 'When events are frequent, long polling is no better than polling.',
    decides: 'Latency and requests of both under frequent events.',
    reason:
      'It does ask as often or more often, but its latency stays near two transits, far below half a polling interval; what falls into the gap comes in one answer.',
  },
  {
    claim: 'One event answers all parked long polls, and all clients ask again at the same moment: a spike.',
    decides: 'Requests in each 10 ms after one event to many parked polls, with and without jitter.',
    reason:
      'The spike is real. Sockets have the same one when all of them reconnect at once; jitter flattens both.',
  },
  {
    claim: 'The client closes the HTTP connection once it has shown the data.',
    decides: 'TCP connections opened against long polls answered.',
    reason: 'A client that reuses its connection closes nothing; the next long poll leaves on the same one.',
  },
  {
    claim: 'Streaming is one request whose answer trickles on without end.',
    decides: 'The delay of updates over a stream, beside a WebSocket.',
    reason:
      'True, at one transit each on a clear path. An intermediary may hold back a partial answer, and chunk borders are not message borders.',
  },
  {
    claim:
      'Streaming cannot stand in for WebSocket, since one TCP port cannot read and write at the same time.',
    decides: 'Sending while a stream is being received, beside it and on the same connection.',
    reason:
      'TCP is full duplex. The limit is HTTP/1.1’s order of request and response; over HTTP/2 a POST goes beside the stream on the same connection.',
  },
  {
    claim: 'To send beside a stream takes a trick: chat input must go through something other than TCP.',
    decides: 'How a message is sent while a stream is open.',
    reason: 'An ordinary HTTP POST to the same port does it; that runs over TCP like everything here.',
  },
  {
    claim: 'HTTP closes after every answer, so it cannot be interactive in real time.',
    decides: 'TCP connections opened against requests made.',
    reason:
      'Persistent connections are HTTP/1.1’s default. What HTTP lacks is the server’s initiative, not a connection.',
  },
  {
    claim: 'Long polling and streaming together are called Comet.',
    decides: 'The use of the word.',
    reason: 'That is the accepted meaning.',
  },
  {
    claim: 'Comet is inefficient because of TCP’s three-way handshakes.',
    decides: 'Connections opened with keep-alive on and off.',
    reason:
      'With keep-alive the handshake happens once. It is true only where keep-alive is off, or a proxy cuts the connection after each answer.',
  },
  {
    claim: 'Only WebSocket makes real-time networking possible.',
    decides: 'The latency of streaming and of WebSocket on the same feed.',
    reason:
      'For what the server sends, streaming has the same one transit. WebSocket adds the way back on the same connection.',
  },
  {
    claim: 'WebSocket is built on HTTP, to mend HTTP’s shortcomings.',
    decides: 'What is HTTP in a WebSocket connection, over HTTP/1.1 and over HTTP/2.',
    reason:
      'Only the handshake is. After it the protocol is its own, unless it runs inside an HTTP/2 stream by extended CONNECT.',
  },
  {
    claim: 'WebSocket is full duplex: both sides send and receive at once.',
    decides: 'Traffic in both directions at the same time.',
    reason: 'Each side may send at any moment without waiting for the other.',
  },
  {
    claim: 'WebSocket is part of HTML5 and a standard protocol.',
    decides: 'Who publishes what.',
    reason:
      'The protocol is the IETF’s RFC 6455; the programming interface is a WHATWG standard of its own, not of HTML5.',
  },
  {
    claim: 'The first contact is an ordinary HTTP request.',
    decides: 'The first bytes of a connection.',
    reason: 'A GET with an Upgrade header, which any HTTP server can read.',
  },
  {
    claim: 'What it delivers is UTF-8 text, unlike TCP’s stream of bytes.',
    decides: 'The kinds of frames.',
    reason:
      'Frames are text, which must be UTF-8, or binary. The real difference to TCP is that messages have borders.',
  },
  {
    claim:
      'It keeps state: one line is used throughout, which saves the traffic of HTTP and of TCP connections.',
    decides: 'Requests and connections for a number of updates.',
    reason:
      'True, and it has its price: memory for every open connection, state tied to one server, and a storm when all reconnect. Over HTTP/2 whatever a browser asks shares one line too.',
  },
  {
    claim: 'After the first contact no headers are sent, so it is cheaper.',
    decides: 'Bytes besides the payload a frame.',
    reason:
      'No HTTP headers, but each frame has 2 to 14 bytes of its own (clients add a mask), and TCP/IP’s 40 outweigh them on small quotes.',
  },
  {
    claim: 'It uses ports 80 and 443, so no firewall has to be opened.',
    decides: 'Connections through proxies that do not know the upgrade.',
    reason:
      'The ports are open, yet some proxies and security programs break the upgrade or cut silent lines; that is what fallbacks are for.',
  },
  {
    claim: 'CORS and authentication carry over from HTTP as they are.',
    decides: 'A page of another origin opens a socket.',
    reason:
      'CORS does not apply: the browser lets the page connect and sends cookies along. The server must check Origin itself.',
  },
  {
    claim: 'WebSocket is widely used in real-time web applications.',
    decides: 'Its use in the field.',
    reason:
      'Every browser has it and most real-time libraries build on it; no measurement here adds to that.',
  },
  {
    claim: 'Step 1: the client asks for an upgrade by HTTP; that is the handshake.',
    decides: 'The request as it goes over the wire, in both versions of HTTP.',
    reason:
      'True over HTTP/1.1. Over HTTP/2 it is CONNECT with the pseudo-header :protocol, without Upgrade and without a key.',
  },
  {
    claim: 'Step 2: the server agrees with status 101.',
    decides: 'The answer as it goes over the wire, in both versions of HTTP.',
    reason: 'True over HTTP/1.1; over HTTP/2 the status is 200.',
  },
  {
    claim: 'Step 3: after the 101 it is no longer HTTP, and both sides may send.',
    decides: 'The bytes after the handshake.',
    reason:
      'True over HTTP/1.1. Over HTTP/2 the frames travel inside a stream of a connection that stays HTTP.',
  },
  {
    claim: 'Step 4: every connected client may ask for the closing of other clients’ connections.',
    decides: 'One of two clients sends a Close frame: whose connection ends?',
    reason:
      'A Close frame ends the sender’s own connection. To close another’s is an act of the server or its operator.',
  },
  {
    claim: 'An API gateway is a proxy that looks after endpoints.',
    decides: 'What a gateway is by the standard.',
    reason:
      'The standard’s gateway is a reverse proxy that acts as the origin server; looking after endpoints is what products add.',
  },
  {
    claim: 'It picks the server by the content of the message it receives.',
    decides: 'Routing by path against routing by message, and the cost of both.',
    reason:
      'By host and path commonly; by single messages only a gateway that parses WebSocket frames can, at the cost of doing so. Ours does both: npm run lab -- gateway --route=quotes,trades=http://… --route=positions=http://…',
  },
  {
    claim: 'Clients connect through the gateway, never straight to a server.',
    decides: 'What the extra hop costs: delay, sockets, ports.',
    reason:
      'That is its design. It doubles the sockets and takes a local port for each of its own, of which there are some 28,000 to one destination.',
  },
  {
    claim: 'It may speak different protocols to different kinds of clients.',
    decides: 'Which protocols a gateway offers for one source.',
    reason:
      'Gateways exist that turn one source into long polling, streaming and WebSocket. Ours carries all five transports through one address, and speaks Socket.IO to clients for servers that are spoken to by plain WebSocket.',
  },
  {
    claim: 'Uses: social feeds, games, shared documents, stock prices, video calls, locations.',
    decides: 'How much goes up and how much down in each.',
    reason:
      'Games and shared documents go both ways. Prices and locations only come down, so a stream is enough; video itself is WebRTC, and a socket only its signalling.',
  },
];

/** What the race measured, around its figures: `{0}` is the first. */
export const measuredEn: Readonly<Record<MeasureName, string>> = {
  pollingDelay: 'Polling every {0}: mean {1} (formula {2}), maximum {3} (formula {4}).',
  headers: 'Each poll costs {0} up and {1} down besides the payload; a WebSocket frame costs {2}.',
  emptyAnswers: '{0} of {1} polls told nothing, on the topics of this race.',
  reuse: 'Of {0} long polls {1} had to open a TCP connection; the others reused one.',
  turnaround: 'From one answer to the next request: {0} in the mean, in this page.',
  requestRates: 'Long polling {0} requests a second, polling {1}.',
  longPollDelay: 'Mean latency: long polling {0}, polling {1}, WebSocket {2}.',
  streamingDelay: 'Median latency: streaming {0}, WebSocket {1}.',
  oneSocket: '{0} frames over {1} handshake; polling made {2} requests in the same time.',
  framing:
    'Besides the payload: {0} a WebSocket frame, {1} a long-polling answer’s frame, handshakes included.',
  directions: 'Quotes, trades and positions over WebSocket: {0} came down, {1} went up.',
};
