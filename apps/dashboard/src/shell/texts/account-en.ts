export const en = {
  crowded:
    'Probably other tabs hold the six HTTP connections that a browser gives to one address: choose WebSocket, or close a tab.',
  rows: {
    transport: 'Transport',
    why: 'Why',
    age: 'Age p50 / 95',
    latency: 'Latency p50 / 95 / 99',
    clock: 'Clock offset',
    bytes: 'Bytes in / out',
    requests: 'Requests',
    updates: 'Updates, of them merged',
    counts: 'Missing / double',
    gaps: 'Gaps told',
    switches: 'Switches / reconnects',
  },
  window: 'Times over the last seconds, counters since the page opened.',
};
