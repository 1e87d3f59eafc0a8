'use client'

import { useEffect } from 'react'

/**
 * Types the code that the letter's picture carries behind the #, and takes it out of the address. Without script it is
 * typed by hand.
 */
export function CodeFromLink({ inputId }: { inputId: string }) {
  useEffect(() => {
    const code = decodeURIComponent(window.location.hash.slice(1))
    const input = document.getElementById(inputId)
    if (!/^[0-9A-Za-z-]{1,60}$/.test(code) || !(input instanceof HTMLInputElement)) return
    if (input.value === '') input.value = code
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)
  }, [inputId])
  return null
}
