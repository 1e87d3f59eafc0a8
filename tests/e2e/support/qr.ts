import type { Browser, Locator } from '@playwright/test'
import jsQR from 'jsqr'

/**
 * What a QR code on the screen says, read as a phone would: from a picture of it, by a reader that knows nothing of how it
 * was made. The picture is decoded by a page of its own, because browsers read PNG anyway.
 */
export async function readQrCode(browser: Browser, shown: Locator): Promise<string> {
  const picture = (await shown.screenshot()).toString('base64')
  const decoder = await browser.newPage()
  const { width, height, pixels } = await decoder.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    return { width: image.width, height: image.height, pixels: [...data] }
  }, picture)
  await decoder.close()
  const code = jsQR(Uint8ClampedArray.from(pixels), width, height)
  if (!code) throw new Error('no QR code can be read from the screen')
  return code.data
}
