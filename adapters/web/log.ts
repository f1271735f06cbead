import type { NextFunction, Request, Response } from 'express'

/** What this door needs of a log; pino fits. */
export interface WebLog {
  info(data: object, message: string): void
  error(data: object, message: string): void
}

/** One line for each request: the route's pattern, never the address, which may hold a quote. */
export function logRequests(log: WebLog | undefined) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const began = performance.now()
    response.on('finish', () => {
      const ms = Math.round(performance.now() - began)
      log?.info({ route: routeOf(request), status: response.statusCode, ms }, 'page served')
    })
    next()
  }
}

function routeOf(request: Request): string {
  return typeof request.route?.path === 'string' ? request.route.path : 'other'
}
