/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-drill-panel"

#include "config.h"

#include "ty-drill-panel.h"

#include "ty-file-dialog.h"
#include "ty-grid-book.h"
#include "ty-list-picker.h"
#include "ty-office-cross.h"
#include "ty-office-drill.h"
#include "ty-office-roster.h"
#include "ty-print.h"
#include "ty-text.h"
#include "ty-widget-action.h"
#include "ty-whole-words.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PATH_STEP " › " /* between the words that lead to a mark */
#define MOST_ROWS 200 /* the roster has them all */

/**
 * TyDrillPanel:
 *
 * Who is behind a mark of a chart: as many as it says, the first of them in rows, and the way to the roster, where they
 * can be exported, printed and put on a list. They are read again when the file changes.
 */
struct _TyDrillPanel
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *path_label;
  GtkLabel *count_label;
  GtkLabel *unit_label;
  GtkLabel *value_label;
  GtkListBox *list;
  GtkLabel *shown_label;
  GtkWidget *list_button;
  GtkWidget *roster_button;
  GtkStack *stack;

  /* Owned */
  TyOffice *office;          /* (nullable) */
  TyPopulation *population;  /* (nullable) */
  GCancellable *reading;     /* (nullable) */
  GArray *people;            /* (nullable) (element-type gint64) */

  TyGrid *grid;              /* (nullable): the villages as a table, once they were asked for */

  TySubject subject;
  gboolean printing;         /* whether the table is printed when it comes, or exported */
  int n; /* -1 until it is known */
};

enum
{
  SIGNAL_CLOSED,
  SIGNAL_LISTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyDrillPanel, ty_drill_panel, ADW_TYPE_BIN)

static void
stop (TyDrillPanel *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static GCancellable *
begin (TyDrillPanel *self)
{
  stop (self);
  self->reading = g_cancellable_new ();
  return self->reading;
}

static void
clear_rows (TyDrillPanel *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class,
            float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), xalign < 0.5f ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Two lines, and something short at the right. */
static void
add_row (TyDrillPanel *self,
         const char   *title,
         const char   *beside,
         const char   *below,
         const char   *end,
         const char   *action,
         gint64        target)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *upper = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lower = make_label (below, "caption", 0);

  gtk_widget_add_css_class (box, "ty-drill-row");
  gtk_widget_add_css_class (lower, "dim-label");
  gtk_widget_set_tooltip_text (lower, *below != '\0' ? below : NULL);
  gtk_box_append (GTK_BOX (upper), make_label (title, "heading", 0));
  gtk_box_append (GTK_BOX (upper), make_label (beside, "caption", 0));
  gtk_box_append (GTK_BOX (texts), upper);
  gtk_box_append (GTK_BOX (texts), lower);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), make_label (end, "numeric", 1));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_append (self->list, row);
}

static void
show_n (TyDrillPanel *self,
        guint         n,
        guint         n_shown)
{
  g_autofree char *count = ty_text_format_count (n);
  g_autofree char *shown = ty_text_format_count (n_shown);
  /* Translators: how many rows there are to be seen, and how many there are */
  g_autofree char *text = self->subject == TY_SUBJECT_VILLAGES
                            ? g_strdup_printf (_("%1$s of %2$s villages shown"), shown, count)
                            : g_strdup_printf (_("%1$s of %2$s people shown"), shown, count);

  self->n = (int) n;
  ty_widget_action_enable (GTK_WIDGET (self), "drill.export", n > 0);
  ty_widget_action_enable (GTK_WIDGET (self), "drill.print", n > 0);
  ty_widget_action_enable (GTK_WIDGET (self), "drill.list", n > 0 && !ty_office_is_read_only (self->office));
  gtk_label_set_label (self->count_label, count);
  gtk_label_set_label (self->unit_label, self->subject == TY_SUBJECT_VILLAGES ? ngettext ("village", "villages", n)
                                                                            : ngettext ("person", "people", n));
  gtk_label_set_label (self->shown_label, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nobody");
}

static void
fail (TyDrillPanel *self,
      const GError *error)
{
  show_n (self, 0, 0);
  self->n = -1;
  gtk_label_set_label (self->shown_label, error->message);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = ty_office_load_rows_finish (TY_OFFICE (source), result, &error);
  TyDrillPanel *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_DRILL_PANEL (user_data);
  if (rows == NULL)
    {
      fail (self, error);
      return;
    }
  clear_rows (self);
  for (guint i = 0; i < rows->len; i++)
    {
      TyRosterRow *row = g_ptr_array_index (rows, i);
      const char *age = ty_roster_row_get_text (row, TY_ROSTER_TEXT_AGE);
      g_autofree char *beside = g_strdup_printf ("%s　%s", ty_roster_row_get_text (row, TY_ROSTER_TEXT_SEX),
                                                 ty_roster_row_get_text (row, TY_ROSTER_TEXT_BIRTH));
      g_autofree char *below = g_strdup_printf ("%s　%s", ty_roster_row_get_text (row, TY_ROSTER_TEXT_VILLAGE),
                                                ty_roster_row_get_text (row, TY_ROSTER_TEXT_POSTS));
      /* Translators: an age in full years */
      g_autofree char *years = *age != '\0' ? g_strdup_printf (C_("age", "%s"), age) : g_strdup ("");

      add_row (self, ty_roster_row_get_name (row), beside, below, years, "win.show-person",
               ty_roster_row_get_person (row));
    }
  show_n (self, self->people->len, rows->len);
}

static void
load (TyDrillPanel *self,
      GArray       *people)
{
  g_clear_pointer (&self->people, g_array_unref);
  self->people = g_array_ref (people);
  if (people->len == 0)
    {
      clear_rows (self);
      show_n (self, 0, 0);
      return;
    }
  ty_office_load_rows_async (self->office, (const gint64 *) (gpointer) people->data, MIN (people->len, MOST_ROWS),
                             self->reading, loaded_cb, self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = ty_office_list_roster_finish (TY_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (people != NULL)
    load (TY_DRILL_PANEL (user_data), people);
  else
    fail (TY_DRILL_PANEL (user_data), error);
}

static void
holders_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = ty_office_list_holders_finish (TY_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (people != NULL)
    load (TY_DRILL_PANEL (user_data), people);
  else
    fail (TY_DRILL_PANEL (user_data), error);
}

static void
villages_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) units = ty_office_list_villages_of_finish (TY_OFFICE (source), result, &error);
  TyDrillPanel *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_DRILL_PANEL (user_data);
  if (units == NULL)
    {
      fail (self, error);
      return;
    }
  clear_rows (self);
  for (guint i = 0; i < MIN (units->len, MOST_ROWS); i++)
    {
      const TyDrillUnit *unit = g_ptr_array_index (units, i);

      add_row (self, unit->name, "", unit->above, "", "win.show-village", unit->unit);
    }
  show_n (self, units->len, MIN (units->len, MOST_ROWS));
}

static void
close_cb (TyDrillPanel *self,
          GtkButton    *button)
{
  stop (self);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
roster_cb (TyDrillPanel *self,
           GtkButton    *button)
{
  g_autofree char *json = ty_population_to_json (self->population);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-population", "(ss)",
                              ty_who_to_string (TY_WHO_EVERYBODY), json);
}

/* Villages go out as a table, under the words that lead there. */

static void
tell (TyDrillPanel *self,
      const char   *text)
{
  g_signal_emit (self, signals[SIGNAL_LISTED], 0, text, FALSE);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyDrillPanel) self = TY_DRILL_PANEL (user_data);
  g_autoptr(GError) error = NULL;

  if (ty_office_export_grid_finish (TY_OFFICE (source), result, &error))
    tell (self, _("The villages were exported."));
  else
    tell (self, error->message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyDrillPanel) self = TY_DRILL_PANEL (user_data);
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);

  if (file != NULL && self->grid != NULL)
    ty_office_export_grid_async (self->office, self->grid, g_file_peek_path (file), NULL, exported_cb,
                                 g_object_ref (self));
}

static void
export_villages (TyDrillPanel *self)
{
  const char *last = g_strrstr (ty_grid_get_title (self->grid), PATH_STEP);
  const char *title = last != NULL ? last + strlen (PATH_STEP) : ty_grid_get_title (self->grid);
  g_autofree char *name = g_strconcat (title, ".xlsx", NULL);

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  ty_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Export the Villages"),
                             TY_FILE_KIND_ROSTER, name, chosen_cb, g_object_ref (self));
}

static void
print_villages (TyDrillPanel *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr(GtkPrintOperation) operation = ty_print_operation_new (ty_grid_sheet_new (self->grid),
                                                                   pango_context_get_font_description (context));

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}

static void
grid_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyGrid) grid = ty_office_grid_villages_of_finish (TY_OFFICE (source), result, &error);
  TyDrillPanel *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_DRILL_PANEL (user_data);
  if (grid == NULL)
    {
      tell (self, error->message);
      return;
    }
  g_clear_pointer (&self->grid, ty_grid_unref);
  self->grid = g_steal_pointer (&grid);
  if (self->printing)
    print_villages (self);
  else
    export_villages (self);
}

static void
activate_villages (TyDrillPanel *self,
                   gboolean      printing)
{
  self->printing = printing;
  ty_office_grid_villages_of_async (self->office, self->population, gtk_label_get_label (self->path_label), begin (self),
                                    grid_cb, self);
}

/* Whoever is behind the mark, under the words that lead there. */
static void
activate (TyDrillPanel *self,
          gboolean      printing)
{
  GVariant *people;

  if (self->n > 0 && self->subject == TY_SUBJECT_VILLAGES)
    {
      activate_villages (self, printing);
      return;
    }
  if (self->n <= 0 || self->people == NULL)
    return;

  people = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, self->people->data, self->people->len, sizeof (gint64));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.export-people", "(sb@ax)",
                              gtk_label_get_label (self->path_label), printing, people);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  activate (TY_DRILL_PANEL (widget), FALSE);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  activate (TY_DRILL_PANEL (widget), TRUE);
}

static void
listed_people_cb (TyDrillPanel *self,
                  const char   *text,
                  gboolean      undoable,
                  TyListPicker *picker)
{
  g_signal_emit (self, signals[SIGNAL_LISTED], 0, text, undoable);
}

static void
list_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TyDrillPanel *self = TY_DRILL_PANEL (widget);
  TyListPicker *picker;

  if (self->n <= 0 || self->people == NULL)
    return;

  picker = ty_list_picker_new (self->office, self->people);
  g_signal_connect_object (picker, "saved", G_CALLBACK (listed_people_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (picker), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (picker));
}

static gboolean
key_cb (TyDrillPanel          *self,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;

  close_cb (self, NULL);
  return TRUE;
}

static void
ty_drill_panel_dispose (GObject *object)
{
  TyDrillPanel *self = TY_DRILL_PANEL (object);

  stop (self);
  g_clear_object (&self->office);
  g_clear_pointer (&self->population, ty_population_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->grid, ty_grid_unref);

  G_OBJECT_CLASS (ty_drill_panel_parent_class)->dispose (object);
}

static void
ty_drill_panel_class_init (TyDrillPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_drill_panel_dispose;

  signals[SIGNAL_CLOSED] = g_signal_new ("closed", TY_TYPE_DRILL_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  /* Said of those who were put on a list: the words, and whether that can be undone. */
  signals[SIGNAL_LISTED] = g_signal_new ("listed", TY_TYPE_DRILL_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_install_action (widget_class, "drill.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "drill.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "drill.list", NULL, list_action);

  g_type_ensure (TY_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touyan/Touyan/ui/pages/ty-drill-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TyDrillPanel, path_label);
  gtk_widget_class_bind_template_child (widget_class, TyDrillPanel, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyDrillPanel, unit_label);
  gtk_widget_class_bind_template_child (widget_class, TyDrillPanel, value_label);
  gtk_widget_class_bind_template_child (widget_class, TyDrillPanel, list);
  gtk_widget_class_bind_template_child (widget_class, TyDrillPanel, shown_label);
  gtk_widget_class_bind_template_child (widget_class, TyDrillPanel, list_button);
  gtk_widget_class_bind_template_child (widget_class, TyDrillPanel, roster_button);
  gtk_widget_class_bind_template_child (widget_class, TyDrillPanel, stack);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, roster_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
ty_drill_panel_init (TyDrillPanel *self)
{
  self->n = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_whole_words_keep (self->path_label);
}

/**
 * ty_drill_panel_show:
 * @self: a panel
 * @office: where they are read
 * @spec: what it shows, which is copied
 *
 * Shows who is behind a mark.
 */
void
ty_drill_panel_show (TyDrillPanel      *self,
                     TyOffice          *office,
                     const TyDrillSpec *spec)
{
  g_return_if_fail (TY_IS_DRILL_PANEL (self));

  g_set_object (&self->office, office);
  ty_population_ref (spec->population);
  g_clear_pointer (&self->population, ty_population_unref);
  self->population = spec->population;
  self->subject = spec->subject;
  gtk_label_set_label (self->path_label, spec->path);
  gtk_label_set_label (self->value_label, spec->value);
  gtk_widget_set_visible (self->roster_button, spec->subject == TY_SUBJECT_PEOPLE);
  gtk_widget_set_visible (self->list_button, spec->subject != TY_SUBJECT_VILLAGES);
  ty_drill_panel_again (self);
}

/**
 * ty_drill_panel_again:
 * @self: a panel
 *
 * Reads again who is behind the mark.
 */
void
ty_drill_panel_again (TyDrillPanel *self)
{
  TyRosterQuery query = { .who = TY_WHO_EVERYBODY, .population = self->population };
  GCancellable *reading;

  g_return_if_fail (TY_IS_DRILL_PANEL (self));

  if (self->population == NULL || !ty_office_is_open (self->office))
    return;

  self->n = -1;
  reading = begin (self);
  switch (self->subject)
    {
    case TY_SUBJECT_VILLAGES:
      ty_office_list_villages_of_async (self->office, self->population, reading, villages_cb, self);
      break;
    case TY_SUBJECT_POSTS:
      ty_office_list_holders_async (self->office, self->population, reading, holders_cb, self);
      break;
    case TY_SUBJECT_PEOPLE:
    default:
      ty_office_list_roster_async (self->office, &query, reading, listed_cb, self);
      break;
    }
}

/**
 * ty_drill_panel_get_n:
 * @self: a panel
 *
 * Returns: how many are behind the mark; -1 until they were read
 */
int
ty_drill_panel_get_n (TyDrillPanel *self)
{
  g_return_val_if_fail (TY_IS_DRILL_PANEL (self), -1);

  return self->n;
}
