import { visitor } from '@/lib/access/session'
import { getBoard } from '@/lib/attendance/board-queries'

type Context = { params: Promise<{ id: string }> }

const headers = { 'Cache-Control': 'private, no-store' }

/** How full the hall is, for the projector that asks every few seconds: some hundred bytes instead of the page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const board = await getBoard(await visitor(), (await params).id)
  return board ? Response.json(board, { headers }) : new Response(null, { status: 404, headers })
}
