import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/auth-options'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

function answer(request: NextRequest, context: Context) {
  return NextAuth(request, context, authOptions(request.headers))
}

export { answer as GET, answer as POST }
