/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-ledger"

#include "config.h"

#include "ty-window-private.h"

#include "ty-file-dialog.h"
#include "ty-office-ledger.h"
#include "ty-pairing-page.h"
#include "ty-programme.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The ledger of pairings, and the sheet of the month, from the board to a file. */

static const struct
{
  const char *word;
  TyPairingLedgerKind kind;
  TyFileKind file;
  const char *extension;
} exports[] = {
  { "ledger-xlsx", TY_PAIRING_LEDGER, TY_FILE_KIND_ROSTER, "xlsx" },
  { "ledger-pdf", TY_PAIRING_LEDGER, TY_FILE_KIND_PDF, "pdf" },
  { "month-xlsx", TY_PAIRING_MONTH, TY_FILE_KIND_ROSTER, "xlsx" },
  { "month-pdf", TY_PAIRING_MONTH, TY_FILE_KIND_PDF, "pdf" },
};

typedef struct
{
  TyWindow *window;  /* (owned) */
  TyOffice *office;  /* (owned): whose board was shown when it was asked for */
  gint64 programme;
  guint export;
  char *path;        /* (owned) (nullable) */
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_object_unref (export->office);
  g_free (export->path);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_rows;

  if (!ty_office_export_ledger_finish (TY_OFFICE (source), result, &n_rows, &error))
    {
      ty_window_say (export->window, error->message, FALSE);
      return;
    }
  text = g_strdup_printf (ngettext ("Exported, %u pairing", "Exported, %u pairings", n_rows), n_rows);
  ty_window_say_exported (export->window, text, export->path);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);

  export->path = file != NULL ? g_file_get_path (file) : NULL;
  if (export->path == NULL || export->window->office != export->office)
    return;

  ty_office_export_ledger_async (export->office, export->programme, exports[export->export].kind, export->path, NULL,
                                 exported_cb, export);
  export = NULL;
}

/* 青蓝帮带台账2026.11.xlsx; a name may have what no file can be called. */
static char *
dup_file_name (TyOffice   *office,
               TyRecord   *programme,
               guint       export)
{
  const char *name = ty_record_get_text (programme, TY_PROGRAMME_NAME);
  g_autofree char *day = ty_date_to_record (ty_office_get_as_of (office));
  char *file;

  file = exports[export].kind == TY_PAIRING_LEDGER
           /* Translators: the name of a file: a programme, and a day such as 2021.12.31 */
           ? g_strdup_printf (_("%s, ledger %s"), name, day)
           /* Translators: the name of a file: a programme, and a day such as 2021.12.31 */
           : g_strdup_printf (_("%s, talks of the month %s"), name, day);
  g_strdelimit (file, "/\\:*?\"<>|", '-');
  return file;
}

static void
export_pairings_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  TyPage *page = ty_window_get_page (self);
  TyPairingBoard *board = TY_IS_PAIRING_PAGE (page) ? ty_pairing_page_get_board (TY_PAIRING_PAGE (page)) : NULL;
  const char *word = g_variant_get_string (parameter, NULL);
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  Export *export;
  guint i = 0;

  if (self->office == NULL || board == NULL || board->programme == NULL)
    return;
  while (i + 1 < G_N_ELEMENTS (exports) && strcmp (exports[i].word, word) != 0)
    i++;

  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->office = g_object_ref (self->office);
  export->programme = ty_record_get_integer (board->programme, TY_PROGRAMME_ID);
  export->export = i;
  base = dup_file_name (self->office, board->programme, i);
  name = g_strconcat (base, ".", exports[i].extension, NULL);
  ty_file_dialog_save_async (GTK_WINDOW (self),
                             exports[i].kind == TY_PAIRING_LEDGER ? _("Export the Ledger of Pairings")
                                                                  : _("Export the Sheet of the Month"),
                             exports[i].file, name, chosen_cb, export);
}

/**
 * ty_window_install_ledger_actions:
 * @widget_class: the class of the window
 *
 * Installs what the board of pairings exports.
 */
void
ty_window_install_ledger_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-pairings", "s", export_pairings_action);
}
