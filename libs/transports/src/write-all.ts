import type { Socket } from 'node:net';

/** Writes buffers in one go; calls `drained` when the kernel has taken the last. Returns how many bytes they are. */
export function writeAll(socket: Socket, buffers: readonly Buffer[], drained: () => void): number {
  const last = buffers.length - 1;
  let bytes = 0;
  if (last > 0) socket.cork();
  buffers.forEach((buffer, index) => {
    bytes += buffer.length;
    socket.write(buffer, index === last ? drained : undefined);
  });
  if (last > 0) socket.uncork();
  return bytes;
}
