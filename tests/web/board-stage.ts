import type { AddressInfo } from 'node:net'
import { webDoor } from '../../adapters/web/index.ts'
import type { Config } from '../../src/config.ts'
import { type LazyOffice, officeOn } from '../../src/office.ts'
import type { Store } from '../../src/ports-store.ts'
import { openStore } from '../../src/store/store.ts'
import { folderWith } from '../fakes.ts'
import { type Got, get, local } from './stage.ts'

export interface BoardStage {
  readonly url: string
  readonly office: LazyOffice
  readonly store: Store
  wait(minutes: number): void
  open(playbook?: string, title?: string): Promise<string>
  /** Sends a form of the board. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<Got>
  page(path: string): Promise<string>
  close(): Promise<void>
}

/** The board on a real file and a real socket, with a clock that stands until it is told to go on. */
export async function openBoardStage(different: Partial<Config> = {}): Promise<BoardStage> {
  const dataDir = folderWith({})
  const config: Config = { ...local, dataDir, ...different }
  let at = Date.parse('2026-10-23T20:30:00.000Z')
  const clock = { now: () => new Date(at).toISOString() }
  const store = openStore(config, clock)
  const desk = officeOn(store, config, clock)
  const office: LazyOffice = { get: () => desk, close: () => undefined }
  const engine = {
    ask: () => Promise.reject(new Error('nobody asks here')),
    findDocument: () => undefined,
    stock: () => ({ episodes: 0, posts: 0, passages: 0, examples: 0 }),
  }
  const server = webDoor({ engine, config, office }).listen(0, '127.0.0.1')
  server.keepAliveTimeout = 65_000
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const send: BoardStage['send'] = (path, fields) =>
    get(`${url}${path}`, { form: Object.entries(fields) })
  return {
    url,
    office,
    store,
    wait: (minutes) => {
      at += minutes * 60_000
    },
    open: async (playbook = 'pb1', title = 'Beitrag zum Stadtfest') => {
      const { headers } = await send('/lage', { titel: title, playbook, als: 'SM' })
      return String(headers['location']).replace(/\?.*/, '')
    },
    send,
    page: async (path) => (await get(`${url}${path}`)).text,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
        store.close()
      }),
  }
}
