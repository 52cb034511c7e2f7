/** The network view in English; the other languages have this shape. */
export const en = {
  title: 'Your own network',
  intro:
    'A gateway of your own between this page and the server: it delays, loses and breaks as you say, for nobody else. The race runs through it; the address holds it, so a link makes it again.',
  state: {
    opening: 'Laying the line …',
    open: (origin: string) => `Through ${origin}`,
    pulled: (seconds: string) => `Cable out for ${seconds} s more`,
  },
  through: (network: string) => `Through a network of your own: ${network}`,
  clear: 'clear line, through the gateway',
  remove: 'Remove the gateway',
  removeHint: 'The lanes go back to the direct line',
  presets: {
    label: 'Example networks',
    note: 'Examples in round numbers; nobody’s network was measured for them.',
    names: {
      clear: 'Clear line',
      wifi: 'Good Wi-Fi',
      mobile4g: 'Mobile, 4G',
      mobile3g: 'Mobile, 3G',
      satellite: 'Satellite, geostationary',
      crowded: 'Crowded train',
      hotel: 'Hotel with a proxy',
      corporate: 'Corporate proxy',
      firewall: 'Firewall that goes silent',
    },
  },
  levers: 'Levers of the line and the proxy',
  line: {
    label: 'Line',
    rtt: 'Round trip',
    jitter: 'Jitter',
    loss: 'Loss',
    rate: 'Rate',
    unlimited: 'no limit',
    ms: 'ms',
    percent: '%',
    kbit: 'kbit/s',
  },
  lossNote:
    'Loss as an application meets it, above TCP: a lost segment comes late, and all behind it waits. Nothing is gone. Each connection has the line to itself.',
  proxy: {
    label: 'Proxy',
    faults: {
      buffering: {
        name: 'Buffers answers',
        hint: 'Holds an answer until it is whole or 8 kB long, as nginx does by default',
      },
      stripUpgrade: {
        name: 'Drops Upgrade',
        hint: 'Does not pass the header on, so no WebSocket comes about; counts from the next connection',
      },
      silent: { name: 'Opens, then silent', hint: 'A WebSocket gets its 101 and then hears nothing' },
    },
    idle: {
      name: 'Cuts when idle for 60 s',
      hint: 'Ends a connection on which nothing was said for so long',
    },
  },
  acts: {
    label: 'At once',
    pull: 'Pull the cable for 5 s',
    cut: 'Cut all connections',
  },
  lanes: {
    title: 'How each transport comes through',
    label: 'Each transport through the network, beside the clear line',
    transport: 'Transport',
    here: 'Through it now',
    beside: 'Clear line',
    p50: 'p50',
    p95: 'p95',
    whole: 'Missing / double',
    effect: 'What the network does to it',
    auto: 'auto',
    direct: 'On the direct line; delays since the race began. Choose a network to compare.',
    over: (seconds: string) =>
      `Delays of the last ${seconds}, all by one clock. Beside each lane a second connection runs over the clear line at the same time.`,
  },
  connection: {
    connecting: 'connecting',
    live: 'live',
    waiting: 'cut off',
    closed: 'closed',
    quiet: (time: string) => `silent for ${time}`,
    retry: (seconds: string) => `tries again in ${seconds} s`,
    trying: 'trying again',
    switching: (to: string) => `trying ${to}`,
  },
  effects: {
    pulled: 'Nothing passes. What is missed is asked for again by cursor, so nothing is lost.',
    silenced:
      'Opens with a 101 and hears nothing. The SDK gives it up for its silence and tries again, in vain.',
    stripped:
      'The server never sees Upgrade, so no socket opens. It tries again and again, ever more seldom.',
    held: (bytes: string) =>
      `The answer never ends, so the proxy lets go only of ${bytes} at a time: late, in bursts.`,
    narrow: (rate: string) =>
      `Each connection carries ${rate} a second in each direction. Quotes and positions that do not fit are merged into newer ones by the hub, not queued; trades wait.`,
    cut: (time: string) =>
      `May be silent for longer than ${time}, and is then cut; it comes back by its cursor.`,
    lossy: (share: string) =>
      `${share} of segments come a timeout later, and all behind them waits: p95 shows it, p50 hardly.`,
    late: (time: string) => `About ${time} more in the mean: one transit for each push.`,
    lateAsked: (time: string) => `About ${time} more in the mean: the question travels too.`,
    jittered: 'Waits for the slowest before it, as TCP keeps the order.',
    beatsIdleCut: (time: string) => `Says something more often than every ${time}, so it is never cut.`,
    passesProxy: 'Comes through: this fault does not touch it.',
    none: 'As on the clear line.',
  },
  chart: {
    title: 'Latency over time',
    label: 'Latency of each transport over time, with marks where the network changed',
    note: 'Bars from least to most, marks are means; logarithmic. Dashed: the clear line’s median now. Lines across: the network changed.',
    marks: { network: 'network', pull: 'cable', cut: 'cut', route: 'line', switch: 'switch' },
  },
  traffic: {
    title: 'What the gateway carries',
    connections: (count: string) => `${count} connections`,
    rates: (down: string, up: string) => `${down}/s to you · ${up}/s to the server`,
    total: (down: string, up: string) => `${down} and ${up} in all`,
  },
  empty: {
    title: 'Nothing runs yet',
    text: 'Start the race to see what the network does to each transport.',
  },
  refused: {
    again: 'Try again',
    direct: 'Race on the direct line',
    off: ['The lab is off on this server.', 'Start it without TICKWAY_LAB=off to lay networks of your own.'],
    not_local: [
      'Networks can be laid only on the server’s own machine.',
      'Open this page there by 127.0.0.1 or localhost, or say the operator’s token.',
    ],
    most: [
      'All gateways are taken.',
      'Other tabs or viewers hold them. One ends when its page is closed, or after ten minutes without it.',
    ],
    stopping: ['The server is shutting down.', 'When it is back, try again.'],
    gone: ['This gateway’s time was over.', 'Lay the line again.'],
    unreachable: ['The server does not answer.', 'When it is back, try again.'],
    refused: ['The server does not take this network.', 'Choose an example network or move a lever.'],
  },
};

/** The network view's texts. */
export type NetworkTexts = typeof en;
