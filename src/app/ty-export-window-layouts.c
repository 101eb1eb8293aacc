/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-export-window-layouts"

#include "config.h"

#include "ty-export-window-private.h"

/* The layouts of the program and of the county in the dialog. */

static guint
find_layout (TyExportWindow *self,
             const char     *id)
{
  for (guint i = 0; i < self->layouts->len; i++)
    if (g_strcmp0 (((TyRosterLayout *) g_ptr_array_index (self->layouts, i))->id, id) == 0)
      return i;

  return 0;
}

static void
show_layouts (TyExportWindow *self,
              const char     *id)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->layouts->len; i++)
    gtk_string_list_append (names, ((TyRosterLayout *) g_ptr_array_index (self->layouts, i))->name);
  self->filling = TRUE;
  adw_combo_row_set_model (self->layout_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->layout_row, find_layout (self, id));
  self->filling = FALSE;
  ty_export_window_show_layout (self);
}

typedef struct
{
  TyExportWindow *self; /* (owned) */
  char *id;             /* (owned): which is shown then */
} Listing;

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Listing *listing = user_data;
  g_autoptr(TyExportWindow) self = listing->self;
  g_autofree char *id = listing->id;
  g_autoptr(GError) error = NULL;
  GPtrArray *layouts = ty_office_list_layouts_finish (TY_OFFICE (source), result, &error);

  if (layouts == NULL)
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  self->layouts = layouts;
  if (self->layout_row != NULL)
    show_layouts (self, id);
}

/* Reads the layouts, and shows one of them. */
void
ty_export_window_list_layouts (TyExportWindow *self,
                               const char     *id)
{
  Listing *listing = g_new (Listing, 1);

  *listing = (Listing){ g_object_ref (self), g_strdup (id) };
  ty_office_list_layouts_async (self->office, NULL, listed_cb, listing);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Listing *listing = user_data;
  g_autoptr(TyExportWindow) self = listing->self;
  g_autofree char *id = listing->id;
  g_autoptr(GError) error = NULL;

  if (!ty_office_save_layout_finish (TY_OFFICE (source), result, &error))
    {
      ty_problem_bar_set_message (self->problem_bar, error->message);
      return;
    }
  if (self->layout_row == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  ty_export_window_list_layouts (self, id);
}

/* A layout of the county keeps which columns there are, sensitive ones too, but these are off again
 * whenever it is shown. */
void
ty_export_window_save_layout_cb (TyExportWindow *self,
                                 AdwEntryRow    *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autoptr(TyRosterLayout) layout = ty_export_window_dup_layout (self);
  Listing *listing;

  if (*name == '\0' || layout->columns->len == 0)
    return;

  g_free (layout->id);
  g_free (layout->name);
  layout->id = g_strdup (name);
  layout->name = g_strdup (name);
  listing = g_new (Listing, 1);
  *listing = (Listing){ g_object_ref (self), g_strdup (name) };
  ty_office_save_layout_async (self->office, layout, NULL, saved_cb, listing);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TyExportWindow) self = TY_EXPORT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (!ty_office_remove_layout_finish (TY_OFFICE (source), result, &error))
    ty_problem_bar_set_message (self->problem_bar, error->message);
  else if (self->layout_row != NULL)
    ty_export_window_list_layouts (self, NULL);
}

void
ty_export_window_remove_layout (GtkWidget  *widget,
                                const char *action,
                                GVariant   *parameter)
{
  TyExportWindow *self = TY_EXPORT_WINDOW (widget);
  const TyRosterLayout *layout = ty_export_window_get_layout (self);

  if (layout != NULL && !layout->shipped)
    ty_office_remove_layout_async (self->office, layout->id, NULL, removed_cb, g_object_ref (self));
}
