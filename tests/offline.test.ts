import net from 'node:net'
import { expect, it } from 'vitest'

it('refuses a socket to another machine', () => {
  expect(() => net.connect(443, '192.0.2.1')).toThrow(/192\.0\.2\.1/)
  expect(() => net.connect({ host: 'example.org', port: 443 })).toThrow(/example\.org/)
})

it('lets a socket to this machine through', async () => {
  const server = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as net.AddressInfo
  const socket = net.connect(port, '127.0.0.1')
  await new Promise((resolve) => socket.once('close', resolve))
  server.close()
  expect(socket.destroyed).toBe(true)
})
