/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-board"

#include "config.h"

#include "ty-office-board.h"

#include "ty-office-private.h"

/* Of a card that is exported alone. */
#define CARD_COLUMNS 12
#define CARD_ROWS 4

typedef struct
{
  TyBoardExportSpec spec; /* its texts are owned */
  GPtrArray *charts;      /* (owned) (element-type TyChart) */
  TyDashboard *dashboard; /* (owned) (nullable): of which each chart is a card */
  GPtrArray *parts;       /* (owned) (nullable) (element-type TyBoardPart): of a set, instead of these */
  char *user;             /* (owned) */
} Export;

/**
 * ty_board_part_new:
 * @dashboard: a dashboard, which is copied
 * @charts: (element-type TyChart): what its cards show
 *
 * Returns: (transfer full): a part of a set of papers
 */
TyBoardPart *
ty_board_part_new (const TyDashboard *dashboard,
                   GPtrArray         *charts)
{
  TyBoardPart *self = g_new0 (TyBoardPart, 1);

  self->dashboard = ty_dashboard_copy (dashboard);
  self->charts = g_ptr_array_ref (charts);
  return self;
}

void
ty_board_part_free (TyBoardPart *self)
{
  ty_dashboard_free (self->dashboard);
  g_ptr_array_unref (self->charts);
  g_free (self);
}

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free ((char *) export->spec.path);
  g_free ((char *) export->spec.word);
  g_free ((char *) export->spec.title);
  g_free ((char *) export->spec.unit_name);
  g_clear_pointer (&export->charts, g_ptr_array_unref);
  g_clear_pointer (&export->parts, g_ptr_array_unref);
  g_clear_pointer (&export->dashboard, ty_dashboard_free);
  g_free (export->user);
  g_free (export);
}

static void
add_cards (TyBoardExport     *board,
           GPtrArray         *charts,
           const TyDashboard *dashboard)
{
  for (guint i = 0; i < charts->len; i++)
    {
      const TyCard *card = dashboard != NULL && i < dashboard->cards->len ? ty_dashboard_get_card (dashboard, i) : NULL;

      ty_board_export_add (board, g_ptr_array_index (charts, i), card != NULL ? card->width : CARD_COLUMNS,
                           card != NULL ? card->height : CARD_ROWS);
    }
}

static void
add_parts (TyBoardExport *board,
           GPtrArray     *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const TyBoardPart *part = g_ptr_array_index (parts, i);

      ty_board_export_begin (board, ty_label_get (part->dashboard->title));
      add_cards (board, part->charts, part->dashboard);
    }
}

static gpointer
write_board (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Export *export = data;
  TyStore *store = ty_office_thread_get_store (thread);
  g_autoptr(TyBoardExport) board = ty_board_export_new (&export->spec, error);

  if (board == NULL)
    return NULL;
  if (export->parts != NULL)
    add_parts (board, export->parts);
  else
    add_cards (board, export->charts, export->dashboard);
  return ty_board_export_write (board, error)
         && ty_board_export_commit (board, ty_store_is_read_only (store) ? NULL : store, export->user, error)
           ? TY_OFFICE_DONE : NULL;
}

static Export *
export_new (TyOffice                *self,
            const TyBoardExportSpec *spec)
{
  Export *export = g_new0 (Export, 1);

  export->spec = *spec;
  export->spec.path = g_strdup (spec->path);
  export->spec.word = g_strdup (spec->word);
  export->spec.title = g_strdup (spec->title);
  export->spec.unit_name = g_strdup (spec->unit_name);
  export->user = g_strdup (self->user);
  return export;
}

/**
 * ty_office_export_board_async:
 * @self: an open office
 * @spec: as what and where, which is copied
 * @charts: (element-type TyChart): what is drawn
 * @dashboard: (nullable): of which they are the cards, one after the other; none = one card alone
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is written
 * @user_data: for @callback
 *
 * Writes charts as pages, as a picture or as tables, and notes that in the history.
 */
void
ty_office_export_board_async (TyOffice                *self,
                              const TyBoardExportSpec *spec,
                              GPtrArray               *charts,
                              const TyDashboard       *dashboard,
                              GCancellable            *cancellable,
                              GAsyncReadyCallback      callback,
                              gpointer                 user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_export_board_async, cancellable, callback, user_data);
  Export *export = export_new (self, spec);

  export->charts = g_ptr_array_ref (charts);
  export->dashboard = dashboard != NULL ? ty_dashboard_copy (dashboard) : NULL;
  ty_office_write (self, task, write_board, export, export_free, NULL);
}

/**
 * ty_office_export_board_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: whether the file is in its place
 */
gboolean
ty_office_export_board_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_export_board_async, error) != NULL;
}

/**
 * ty_office_export_set_async:
 * @self: an open office
 * @spec: as what and where, which is copied; its `set` is true
 * @parts: (element-type TyBoardPart): the dashboards, in their order
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is written
 * @user_data: for @callback
 *
 * Writes several dashboards as one set of papers, and notes that in the history.
 */
void
ty_office_export_set_async (TyOffice                *self,
                            const TyBoardExportSpec *spec,
                            GPtrArray               *parts,
                            GCancellable            *cancellable,
                            GAsyncReadyCallback      callback,
                            gpointer                 user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_export_set_async, cancellable, callback, user_data);
  Export *export = export_new (self, spec);

  export->parts = g_ptr_array_ref (parts);
  ty_office_write (self, task, write_board, export, export_free, NULL);
}

/**
 * ty_office_export_set_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: whether the file is in its place
 */
gboolean
ty_office_export_set_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_export_set_async, error) != NULL;
}
