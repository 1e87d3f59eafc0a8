export default function HomePage() {
  return <main className="bg-surface p-4 text-muted">x</main>
}
