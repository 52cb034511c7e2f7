import { networkHelp, routeHelp } from '@tickway/gateway';
import { bounds } from '../load/load-options';
import { stampedeBounds, stampedeEvents, stampedeWays } from '../stampede/stampede-options';

/** What the command line understands. */
export const usage = `npm run lab -- <command> [options]

load     virtual viewers on each transport, one transport after the other
  --transport=all         all, or names: socket.io, websocket, streaming, long-polling, polling
  --viewers=200           viewers of each transport, at most ${bounds.viewers}
  --seconds=10            how long each is measured, at most ${bounds.seconds}
  --ramp=2                seconds over which viewers come in, at most ${bounds.rampSeconds}
  --interval=1000         polling: ms from an answer to the next question, at most ${bounds.intervalMs}
  --topics=quotes,positions,trades
  --codec=json            or msgpack
  --compress              frames are deflated, each once for all viewers
  --window=10             transports that push: ms for which each take waits for more, at most ${bounds.windowMs}
  --keep-alive=off        polling, long polling: a new connection for each question
  --rate=1000             updates a second of the lab's own, in place of the server's feeds, at most ${bounds.rate}
  --network=…             through the faulty gateway: ${networkHelp}
  --pull=5                pulls the cable for so many seconds, at most ${bounds.pullSeconds}
  --url=http://…          a server that runs already, in place of one of our own for each transport
  --i-own-this-server     needed for a --url that is not this machine
  --seed=1                of the server's simulations and of the viewers' own chance
  --json                  one JSON object in place of the table
  --out=FILE              writes the JSON object to a file as well
  --html=FILE             writes a report with plots, which needs nothing else
  --progress=bar          a bar on a terminal, or json: a line {what, share} each time, on the error output

stampede many viewers, and what happens to all of them at one moment
  --way=long-polling      ${stampedeWays.join(', ')}
  --event=one-event       ${stampedeEvents.join(', ')}: an update that all wait for, or all connections ended at once
  --viewers=500           at most ${stampedeBounds.viewers}
  --jitter=0              each asks again, or comes back, within so many ms at chance; at most ${stampedeBounds.jitterMs}
  --repeats=3             at most ${stampedeBounds.repeats}
  --seed=1 --json --out=FILE --html=FILE --progress=bar

claims   the experiments; writes docs/measurements/, report.html with all of it
  --only=NAME[,NAME]      some of them (list names them)
  --seed=1
  --out=docs/measurements
  --quick                 a tenth of the time: for trying out, not for the record
  --json                  prints {measurements} in place of writing; with --out, both
  --progress=bar          or json, as above
  --pages                 measures nothing: writes the pages anew from the raw figures

list     names the experiments, done and not done
  --json

gateway  a faulty way to a running server, until Ctrl-C
  --url=http://127.0.0.1:3000
  --network=…
  --route=WHAT=URL        as often as needed, in place of --url: one address in front of several servers;
                          ${routeHelp}
  --http2                 speaks HTTP/2 to viewers and HTTP/1.1 to the server
  --certificate=FILE      with --http2, for browsers: a PEM file with the certificate and its key
  --port=0                with --route or --http2: where it listens
`;
