/**
 * Loaded into the web process before everything else: when the launcher is killed, its end of the channel closes, and
 * this process ends itself as if it had been asked to.
 */
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // The channel alone is no reason to stay alive.
  process.channel.unref()
}
