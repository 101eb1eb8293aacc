/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-clipboard"

#include "config.h"

#include "ty-clipboard.h"

#include <string.h>

/* What is put on the clipboard. Something sensitive does not stay there: it is taken away after half a minute,
 * or when the window closes, unless something else was copied meanwhile, here or in another program. */

#define GUARD "ty-clipboard-guard"

typedef struct
{
  GdkClipboard *clipboard;     /* (unowned): which owns this */
  GdkContentProvider *content; /* (owned) */
  guint timeout_id;
} Guard;

static guint seconds = TY_CLIPBOARD_SECONDS;

static void
guard_free (gpointer data)
{
  Guard *guard = data;

  g_clear_handle_id (&guard->timeout_id, g_source_remove);
  g_clear_object (&guard->content);
  g_free (guard);
}

static void
forget (GdkClipboard *clipboard)
{
  Guard *guard = g_object_get_data (G_OBJECT (clipboard), GUARD);

  /* What another program copied is not ours to take away; the clipboard has no content of ours then. */
  if (guard != NULL && gdk_clipboard_get_content (clipboard) == guard->content)
    gdk_clipboard_set_content (clipboard, NULL);
  g_object_set_data (G_OBJECT (clipboard), GUARD, NULL);
}

static gboolean
timeout_cb (gpointer user_data)
{
  Guard *guard = user_data;

  guard->timeout_id = 0;
  forget (guard->clipboard);
  return G_SOURCE_REMOVE;
}

/**
 * ty_clipboard_guard:
 * @widget: a widget on a display
 *
 * Takes away what this program has on the clipboard after %TY_CLIPBOARD_SECONDS, if it is still there.
 */
void
ty_clipboard_guard (GtkWidget *widget)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  Guard *guard;

  g_object_set_data (G_OBJECT (clipboard), GUARD, NULL);
  if (content == NULL)
    return;

  guard = g_new0 (Guard, 1);
  guard->clipboard = clipboard;
  guard->content = g_object_ref (content);
  guard->timeout_id = g_timeout_add_seconds (seconds, timeout_cb, guard);
  g_object_set_data_full (G_OBJECT (clipboard), GUARD, guard, guard_free);
}

/**
 * ty_clipboard_put:
 * @widget: a widget on a display
 * @content: what is copied
 * @sensitive: whether something of it is masked in lists: then it does not stay
 */
void
ty_clipboard_put (GtkWidget          *widget,
                  GdkContentProvider *content,
                  gboolean            sensitive)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  if (sensitive)
    ty_clipboard_guard (widget);
}

/**
 * ty_clipboard_put_text:
 * @widget: a widget on a display
 * @text: what is copied
 * @sensitive: whether it is masked in lists: then it does not stay
 */
void
ty_clipboard_put_text (GtkWidget  *widget,
                       const char *text,
                       gboolean    sensitive)
{
  g_autoptr(GdkContentProvider) content = gdk_content_provider_new_typed (G_TYPE_STRING, text);

  ty_clipboard_put (widget, content, sensitive);
}

/**
 * ty_clipboard_put_table:
 * @widget: a widget on a display
 * @text: the table as lines with tabs, which spreadsheets paste
 * @html: the same as HTML, which word processors paste
 * @sensitive: whether it has columns that are masked in lists: then it does not stay
 */
void
ty_clipboard_put_table (GtkWidget  *widget,
                        const char *text,
                        const char *html,
                        gboolean    sensitive)
{
  g_autoptr(GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr(GdkContentProvider) both = NULL;
  GdkContentProvider *kinds[] = {
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
    gdk_content_provider_new_for_bytes ("text/html", bytes),
  };

  both = gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
  ty_clipboard_put (widget, both, sensitive);
}

/**
 * ty_clipboard_forget:
 * @widget: a widget on a display
 *
 * Takes away at once what was to be taken away later.
 */
void
ty_clipboard_forget (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  forget (gtk_widget_get_clipboard (widget));
}

/**
 * ty_clipboard_is_guarded:
 * @widget: a widget on a display
 *
 * Returns: whether something is on the clipboard that will be taken away
 */
gboolean
ty_clipboard_is_guarded (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  return g_object_get_data (G_OBJECT (gtk_widget_get_clipboard (widget)), GUARD) != NULL;
}

/**
 * ty_clipboard_set_seconds:
 * @new_seconds: after how many seconds it is taken away, for tests that cannot wait
 */
void
ty_clipboard_set_seconds (guint new_seconds)
{
  seconds = new_seconds;
}
