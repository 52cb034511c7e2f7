import type { Socket } from 'node:net';

/** Writes buffers in one go; calls `drained` when the kernel has taken the last. */
export function writeAll(socket: Socket, buffers: readonly Buffer[], drained: () => void): void {
  const last = buffers.length - 1;
  if (last > 0) socket.cork();
  buffers.forEach((buffer, index) => socket.write(buffer, index === last ? drained : undefined));
  if (last > 0) socket.uncork();
}
