import net from 'node:net'

/** No test may leave this machine: a socket to anywhere else throws. */
const connect = net.Socket.prototype.connect

net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
  const host = hostOf(args)
  if (host !== undefined && !isHere(host)) {
    throw new Error(`A test tried to reach ${host}; tests stay on 127.0.0.1.`)
  }
  return Reflect.apply(connect, this, args)
} as typeof connect

function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = args.flat()
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && first.path) return undefined
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost'
  }
  if (typeof first === 'number') return typeof second === 'string' ? second : 'localhost'
  return undefined
}

function isHere(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
