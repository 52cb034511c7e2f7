const server = 'http://127.0.0.1:3000';

/** A view of the page has the same address: what a browser opens is the page's. */
const pageFirst = ({ headers, url }) => (headers.accept?.includes('text/html') ? url : undefined);

/** What `npm run dev` hands on to the server. */
export default {
  '/feed': { target: server, ws: true },
  '/data': { target: server },
  '/history': { target: server },
  '/stats': { target: server },
  '/ingest': { target: server },
  '/lab/about': { target: server },
  '/lab/gateways': { target: server },
  '/lab/measurements': { target: server },
  '/lab/runs': { target: server, bypass: pageFirst },
};
