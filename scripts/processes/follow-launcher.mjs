/**
 * Loaded before everything else into what the launcher starts: when the launcher is killed, its end of the channel closes,
 * and this process ends itself as if it had been asked to. The launcher may be gone before this file is read.
 */
if (process.env.LAUNCHER_PID) {
  // What this process forks (a development server does) is not the launcher's: it has a channel of its own to talk over.
  delete process.env.LAUNCHER_PID
  const leave = () => process.kill(process.pid, 'SIGTERM')
  process.on('disconnect', leave)
  // The channel alone is no reason to stay alive.
  process.channel?.unref()
  if (!process.connected) leave()
}
