/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GLib gives its first table of quarks up when there are more than 2,048 of them, as in a window with all
 * pages, and never frees it, since others may be reading it. The leak sanitizer would tell of it, with a
 * stack that says nothing but g_malloc(): so the table is found when it is made, before all
 * constructors of libraries have run, and only this one is left out. */

#if defined(__SANITIZE_ADDRESS__)
#include <stddef.h>

/* GCC brings these without a header. */
int  __sanitizer_install_malloc_and_free_hooks (void (*malloc_hook) (const volatile void *, size_t),
                                                void (*free_hook) (const volatile void *));
void __lsan_ignore_object                      (const void *memory);

#define TABLE_SIZE (2048 * sizeof (char *))

static int found;

static void
malloc_cb (const volatile void *memory,
           size_t               size)
{
  if (found || size != TABLE_SIZE)
    return;

  found = 1;
  __lsan_ignore_object ((const void *) memory);
}

static void
free_cb (const volatile void *memory)
{
}

static void
watch (void)
{
  __sanitizer_install_malloc_and_free_hooks (malloc_cb, free_cb);
}

__attribute__ ((section (".preinit_array"), used)) static void (*const watch_first) (void) = watch;
#endif
