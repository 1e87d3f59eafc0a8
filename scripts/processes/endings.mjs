/** What must be ended when this process is asked to stop, whatever it is doing; the last begun is ended first. */
const endings = []

/** @param {() => unknown} end @returns {() => void} takes it off the list again */
export function atEnd(end) {
  endings.push(end)
  return () => {
    const index = endings.indexOf(end)
    if (index >= 0) endings.splice(index, 1)
  }
}

export async function endAll() {
  while (endings.length > 0) await endings.pop()()
}

/** From now on Ctrl-C, a closed terminal and a service manager's stop end everything in order. */
export function endOnSignals(say) {
  let isEnding = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (isEnding) return
      isEnding = true
      say(signal)
      endAll().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
}
