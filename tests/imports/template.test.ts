import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { listRegistryPlaces, type RegistryPlaces } from '@/lib/enterprises/place-queries'
import { recogniseColumns } from '@/lib/imports/column-rules'
import { loadNames } from '@/lib/imports/registry-queries'
import { judgeRow, type Names } from '@/lib/imports/row-rules'
import { fields, requiredFields, type Field, type Mapping } from '@/lib/imports/schema'
import { choicesOf, registryTemplate, templateExample } from '@/lib/imports/template-documents'
import { buildWorld, type World } from '../support/world'
import { referenceCity } from './city'

let world: World
let places: RegistryPlaces
let names: Names
beforeAll(async () => {
  world = await buildWorld()
  await referenceCity()
  places = await listRegistryPlaces(await world.actor('officer'))
  names = await db.$transaction((tx) => loadNames(tx))
})

const mapping: Mapping = {
  sheet: '企业台账',
  headerRow: 1,
  columns: Object.fromEntries(fields.map((field, column) => [field, column])),
}

const judged = (changes: Partial<Record<Field, string>> = {}) =>
  judgeRow(
    { number: 2, cells: fields.map((field) => ({ ...templateExample, ...changes })[field]) },
    mapping,
    names,
    false,
  )

describe('the template of the import', () => {
  it('has the headings that the import recognises, and no rows', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await registryTemplate(places)).slice().buffer)
    const [empty, explanation] = workbook.worksheets
    const headings = (empty?.getRow(1).values as string[]).slice(1)
    expect(Object.keys(recogniseColumns(headings))).toEqual([...fields])
    expect(empty?.rowCount).toBe(1)
    expect(explanation?.rowCount).toBe(fields.length + 1)
    const required = explanation?.getColumn(2).values.filter((value) => value === '必填') ?? []
    expect(required.length).toBe(requiredFields.length)
  })

  it('shows an example that the import would take as it stands', () => {
    expect(judged().problems).toEqual([])
  })

  it('offers no choice that the import would not understand', () => {
    for (const [field, choices] of Object.entries(choicesOf(places)))
      for (const choice of choices) expect(judged({ [field]: choice }).problems).toEqual([])
  })
})
