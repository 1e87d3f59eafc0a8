import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { listRegistryPlaces } from '@/lib/enterprises/place-queries'
import { canUploadWorkbook } from '@/lib/imports/policy'
import { registryTemplate } from '@/lib/imports/template-documents'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The empty workbook that the import reads, for whoever imports. It says nothing of any enterprise. */
export async function GET(): Promise<Response> {
  const actor = await visitor()
  if (!canUploadWorkbook(actor)) return new Response(null, { status: 404 })
  const file = await registryTemplate(await listRegistryPlaces(actor))
  return new Response(Buffer.from(file), { headers: downloadHeaders('企业台账导入模板.xlsx', spreadsheet) })
}
