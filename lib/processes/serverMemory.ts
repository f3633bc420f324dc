/**
 * For the process of a web server. glibc gives blocks that were freed back to the system only where they were mapped one by one, and raises the size
 * from which it does so whenever one is freed: answers of a megabyte, made by several threads, then stay as hundreds of them. A size that is set
 * stays (mallopt(3), M_MMAP_THRESHOLD). Other C libraries do not read it.
 */
export const SERVER_MEMORY = { MALLOC_MMAP_THRESHOLD_: String(128 * 1024) } as const;
