/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-page"

#include "config.h"

#include "ty-village-page.h"

#include "ty-clipboard.h"
#include "ty-columns-box.h"
#include "ty-difficulty.h"
#include "ty-office-villages.h"
#include "ty-post-forms.h"
#include "ty-print.h"
#include "ty-ratio.h"
#include "ty-record-editor.h"
#include "ty-seat-editor.h"
#include "ty-tag.h"
#include "ty-text.h"
#include "ty-unit-year.h"
#include "ty-village-print.h"
#include "ty-village-reserves-card.h"
#include "ty-village-reserves.h"
#include "ty-village-team.h"
#include "ty-village-years-card.h"
#include "ty-widget-action.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * TyVillagePage:
 *
 * One village or township: who sits in which body, what is vacant, its figures, what was approved and
 * what was changed.
 */
struct _TyVillagePage
{
  TyPage parent_instance;

  /* Template */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  TyWrapBox *title_box;
  GtkLabel *path_label;
  TyWrapBox *figures_box;
  GtkLabel *absent_label;
  TyColumnsBox *teams;
  GtkBox *notes;
  GtkBox *below;
  GtkBox *side;

  /* Owned */
  TyVillageFile *file; /* (nullable) */

  gint64 unit;
  gboolean arriving; /* what is loaded is another unit than before */
};

G_DEFINE_FINAL_TYPE (TyVillagePage, ty_village_page, TY_TYPE_PAGE)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static gboolean
has_team (TyVillageFile *file,
          const char    *body)
{
  for (guint i = 0; i < file->teams->len; i++)
    if (g_str_equal (((TyTeam *) g_ptr_array_index (file->teams, i))->body, body))
      return TRUE;

  return FALSE;
}

static void
fill_head (TyVillagePage *self)
{
  TyVillageFile *file = self->file;
  guint n = ty_village_file_count_vacancies (file);
  GtkWidget *name = gtk_label_new (file->name);
  const char *facts[] = { file->above, file->kind, file->party_form };
  g_autoptr(GString) path = g_string_new (NULL);

  ty_wrap_box_clear (self->title_box);
  gtk_widget_add_css_class (name, "title-2");
  ty_wrap_box_append (self->title_box, name);
  if (n > 0)
    {
      g_autofree char *count = ty_text_format_count (n);
      g_autofree char *text = g_strdup_printf (ngettext ("%s vacant seat", "%s vacant seats", n),
                                               count);

      ty_wrap_box_append (self->title_box, ty_tag_new (text, "warn"));
    }
  if (file->dual_role)
    ty_wrap_box_append (self->title_box, ty_tag_new (_("Dual role"), "accent"));

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL && *facts[i] != '\0')
      g_string_append_printf (path, "%s%s", path->len > 0 ? "　" : "", facts[i]);
  gtk_label_set_label (self->path_label, path->str);
}

static void
fill_figures (TyVillagePage *self)
{
  ty_wrap_box_clear (self->figures_box);
  for (guint i = 0; i < TY_VILLAGE_FIGURES; i++)
    {
      /* The two committees are of villages. */
      if (!self->file->is_village && self->file->figures[i].who == TY_WHO_MEMBERS
          && self->file->figures[i].amount.n == 0)
        continue;
      ty_wrap_box_append (self->figures_box, ty_village_team_build_figure (self->file, i));
    }
}

static void
add_note (TyVillagePage *self,
          const char    *icon_name,
          const char    *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, "ty-linked");
  gtk_widget_add_css_class (label, "ty-dense");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->notes, box);
}

static void
fill_notes (TyVillagePage *self)
{
  const TyVillageFigure *cross = &self->file->figures[TY_VILLAGE_FIGURES - 1];
  g_autofree char *share = ty_ratio_format (cross->amount.sum, cross->amount.n, 100, 2);
  g_autofree char *text = NULL;

  clear (self->notes);
  if (!self->file->is_village || !has_team (self->file, "party") || cross->amount.sum == 0)
    return;

  text = g_strdup_printf (ngettext ("%u person sits in both committees, %s %% of the members",
                                    "%u people sit in both committees, %s %% of the members",
                                    cross->amount.sum), (guint) cross->amount.sum, share);
  add_note (self, "ty-link-symbolic", text);
}

static void
fill_teams (TyVillagePage *self)
{
  ty_columns_box_clear (self->teams);
  for (guint i = 0; i < self->file->teams->len; i++)
    ty_columns_box_append (self->teams,
                           ty_village_team_build (self->file,
                                                  g_ptr_array_index (self->file->teams, i)));
}

static TyDate
get_as_of (TyVillagePage *self)
{
  return ty_office_get_as_of (ty_page_get_office (TY_PAGE (self)));
}

/* Below the team, where there is room that the side does not have. */
static void
fill_below (TyVillagePage *self)
{
  GtkWidget *ages = ty_village_team_build_ages (self->file);
  GtkWidget *box = g_object_new (TY_TYPE_COLUMNS_BOX, "max-columns", 3, "column-width", 340, "spacing", 10, NULL);

  clear (self->below);
  if (self->file->is_village)
    gtk_box_append (self->below, ty_village_reserves_card_build (self->file));
  if (ages != NULL)
    ty_columns_box_append (TY_COLUMNS_BOX (box), ages);
  if (self->file->is_village)
    ty_columns_box_append (TY_COLUMNS_BOX (box), ty_village_team_build_seats (self->file));
  ty_columns_box_append (TY_COLUMNS_BOX (box), ty_village_team_build_history (self->file));
  gtk_box_append (self->below, box);
}

static void
fill_side (TyVillagePage *self)
{
  clear (self->side);
  gtk_widget_set_visible (GTK_WIDGET (self->side), self->file->is_village);
  if (!self->file->is_village)
    return;

  gtk_box_append (self->side, ty_village_class_card_build (self->file));
  gtk_box_append (self->side, ty_village_years_card_build (self->file, get_as_of (self)));
}

static void
update_actions (TyVillagePage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  gboolean writable = office != NULL && !ty_office_is_read_only (office);

  ty_widget_action_enable (GTK_WIDGET (self), "village.set-seats",
                           writable && self->file != NULL && self->file->is_village);
  ty_widget_action_enable (GTK_WIDGET (self), "village.appoint", writable && self->file != NULL);
  ty_widget_action_enable (GTK_WIDGET (self), "village.change-posts",
                           writable && self->file != NULL);
  ty_widget_action_enable (GTK_WIDGET (self), "village.add-row",
                           writable && self->file != NULL && self->file->is_village);
  ty_widget_action_enable (GTK_WIDGET (self), "village.edit-row", writable && self->file != NULL);
  ty_widget_action_enable (GTK_WIDGET (self), "village.copy",
                           self->file != NULL && self->file->teams->len > 0);
}

static gboolean
has_focus (TyVillagePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The keys of the page work only while the focus is in it: whoever comes here has it on the first seat,
 * and it does not go with a seat that is made anew. */
static void
keep_focus (TyVillagePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !has_focus (self)
      && !gtk_widget_child_focus (GTK_WIDGET (self->teams), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
show_trail (TyVillagePage *self)
{
  g_autofree char *trail = *self->file->above != '\0' ? g_strdup_printf ("%s › %s", _("Villages"), self->file->above)
                                                     : g_strdup (_("Villages"));

  g_object_set (self, "trail", trail, NULL);
}

static void
show_file (TyVillagePage *self)
{
  gboolean wanted = self->arriving || has_focus (self);

  self->arriving = FALSE;
  show_trail (self);
  ty_page_set_title (TY_PAGE (self), self->file->name);
  fill_head (self);
  fill_figures (self);
  fill_teams (self);
  fill_notes (self);
  fill_below (self);
  fill_side (self);
  gtk_widget_set_visible (GTK_WIDGET (self->absent_label), !self->file->exists);
  gtk_stack_set_visible_child_name (self->stack, "village");
  if (wanted)
    keep_focus (self);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyVillageFile) file = ty_office_load_village_finish (TY_OFFICE (source), result, &error);
  TyVillagePage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_VILLAGE_PAGE (user_data);
  ty_page_set_loading (TY_PAGE (self), FALSE);
  g_clear_pointer (&self->file, ty_village_file_free);
  self->file = g_steal_pointer (&file);
  update_actions (self);
  if (self->file == NULL)
    {
      /* What came with an action that was undone is gone: that is no error. */
      g_object_set (self, "trail", NULL, NULL);
      ty_page_set_title (TY_PAGE (self), _("No unit"));
      gtk_stack_set_visible_child_name (self->stack, "gone");
      return;
    }

  show_file (self);
}

static void
ty_village_page_refresh (TyPage *page)
{
  TyVillagePage *self = TY_VILLAGE_PAGE (page);

  if (self->unit == 0)
    return;
  ty_office_load_village_async (ty_page_get_office (page), self->unit, ty_page_begin (page), load_cb,
                                self);
}

static void
saved_cb (TyVillagePage *self,
          const char    *text,
          TySeatEditor  *editor)
{
  ty_page_tell_done (TY_PAGE (self), text);
}

static void
set_seats_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TyVillagePage *self = TY_VILLAGE_PAGE (widget);
  TySeatEditor *editor = ty_seat_editor_new (ty_page_get_office (TY_PAGE (self)), &self->unit, 1);

  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
row_saved_cb (TyVillagePage  *self,
              const char     *text,
              TyRecordEditor *editor)
{
  g_autofree char *told = g_strdup_printf (_("%s: %s"), text, self->file != NULL ? self->file->name : "");

  ty_page_tell_done (TY_PAGE (self), told);
}

static void
present_row (TyVillagePage *self,
             TyRecord      *stored,
             TyRecord      *row)
{
  TyRecordEditor *editor = ty_record_editor_new (ty_page_get_office (TY_PAGE (self)), stored, row);

  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (editor, "saved", G_CALLBACK (row_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

/* The next year that is not told yet is proposed; what is classified now is so from today on. */
static void
add_row_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TyVillagePage *self = TY_VILLAGE_PAGE (widget);
  g_autoptr(TyRecord) row = NULL;

  if (g_str_equal (g_variant_get_string (parameter, NULL), ty_unit_year_info.table))
    {
      gint64 last = self->file->years->len > 0
                      ? ty_record_get_integer (g_ptr_array_index (self->file->years, 0), TY_UNIT_YEAR_YEAR)
                      : (gint64) ty_date_today ().year - 2;

      row = TY_RECORD (ty_unit_year_new ());
      ty_record_set_integer (row, TY_UNIT_YEAR_YEAR, last + 1);
    }
  else
    {
      row = TY_RECORD (ty_difficulty_new ());
      ty_record_set_date (row, TY_DIFFICULTY_FROM_DATE, ty_date_today ());
    }
  ty_record_set_integer (row, 0, self->unit);
  present_row (self, NULL, row);
}

static void
edit_row_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TyVillagePage *self = TY_VILLAGE_PAGE (widget);
  const char *table;
  GPtrArray *rows;
  guint index;

  g_variant_get (parameter, "(&su)", &table, &index);
  rows = g_str_equal (table, ty_unit_year_info.table) ? self->file->years : self->file->classes;
  if (index < rows->len)
    present_row (self, g_ptr_array_index (rows, index), g_ptr_array_index (rows, index));
}

static const char *
find_name (TyVillageFile *file,
           gint64         person)
{
  for (guint i = 0; i < file->reserves->len; i++)
    if (((TyVillageReserve *) g_ptr_array_index (file->reserves, i))->person == person)
      return ((TyVillageReserve *) g_ptr_array_index (file->reserves, i))->name;
  for (guint i = 0; i < file->teams->len; i++)
    {
      GPtrArray *members = ((TyTeam *) g_ptr_array_index (file->teams, i))->members;

      for (guint j = 0; j < members->len; j++)
        if (((TyTeamMember *) g_ptr_array_index (members, j))->person == person)
          return ((TyTeamMember *) g_ptr_array_index (members, j))->name;
    }
  return "";
}

static void
offer_reserves (TyVillagePage *self,
                TyPostEditor  *editor)
{
  for (guint i = 0; i < self->file->reserves->len; i++)
    {
      const TyVillageReserve *reserve = g_ptr_array_index (self->file->reserves, i);
      /* Translators: of a reserve: sex, age and education, and the post */
      g_autofree char *note = g_strdup_printf (_("%1$s　reserve for %2$s"), reserve->facts, reserve->post);

      ty_post_editor_offer_person (editor, reserve->person, reserve->name, note);
    }
}

/* Somebody takes a post here: (person or 0, post or the empty text). */
static void
appoint_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TyVillagePage *self = TY_VILLAGE_PAGE (widget);
  TyPostEditor *editor = ty_post_editor_new (ty_page_get_office (TY_PAGE (self)), TY_MOVE_APPOINT);
  const char *post;
  gint64 person;

  g_variant_get (parameter, "(x&s)", &person, &post);
  ty_post_editor_set_post (editor, self->unit, self->file->name, *post != '\0' ? post : NULL);
  if (person != 0)
    ty_post_editor_add_person (editor, person, find_name (self->file, person));
  else
    offer_reserves (self, editor);
  ty_post_forms_open (TY_PAGE (self), GTK_WINDOW (editor));
}

/* Something happens to somebody of the team: (move, person). */
static void
change_posts_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  TyVillagePage *self = TY_VILLAGE_PAGE (widget);
  TyPostEditor *editor;
  TyPostMove move;
  const char *word;
  gint64 person;

  g_variant_get (parameter, "(&sx)", &word, &person);
  if (!ty_post_move_parse (word, &move))
    return;

  editor = ty_post_editor_new (ty_page_get_office (TY_PAGE (self)), move);
  ty_post_editor_add_person (editor, person, find_name (self->file, person));
  if (move == TY_MOVE_APPOINT)
    ty_post_editor_set_post (editor, self->unit, self->file->name, NULL);
  ty_post_forms_open (TY_PAGE (self), GTK_WINDOW (editor));
}

/* Spreadsheets paste the text, word processors the table. */
static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyVillagePage *self = TY_VILLAGE_PAGE (widget);
  g_autofree char *text = ty_village_file_dup_text (self->file);
  g_autofree char *html = ty_village_file_dup_html (self->file);
  g_autofree char *said = g_strdup_printf (_("The team of %s was copied as a table."),
                                           self->file->name);

  ty_clipboard_put_table (widget, text, html, FALSE);
  ty_page_tell (TY_PAGE (self), said);
}

static void
printed_cb (TyVillagePage           *self,
            GtkPrintOperationResult  result,
            GtkPrintOperation       *operation)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  ty_page_tell_problem (TY_PAGE (self), error);
}

static void
ty_village_page_print (TyPage *page)
{
  TyVillagePage *self = TY_VILLAGE_PAGE (page);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr(GtkPrintOperation) operation = NULL;

  if (self->file == NULL || self->file->teams->len == 0)
    {
      ty_page_tell (page, _("There is nobody here who could be printed."));
      return;
    }

  operation = ty_print_operation_new (ty_village_print_build (self->file, ty_page_get_office (page)),
                                      pango_context_get_font_description (context));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}

static void
ty_village_page_dispose (GObject *object)
{
  TyVillagePage *self = TY_VILLAGE_PAGE (object);

  g_clear_pointer (&self->file, ty_village_file_free);

  G_OBJECT_CLASS (ty_village_page_parent_class)->dispose (object);
}

static void
ty_village_page_class_init (TyVillagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_village_page_dispose;
  TY_PAGE_CLASS (klass)->refresh = ty_village_page_refresh;
  TY_PAGE_CLASS (klass)->print = ty_village_page_print;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-village-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyVillagePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyVillagePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TyVillagePage, title_box);
  gtk_widget_class_bind_template_child (widget_class, TyVillagePage, path_label);
  gtk_widget_class_bind_template_child (widget_class, TyVillagePage, figures_box);
  gtk_widget_class_bind_template_child (widget_class, TyVillagePage, absent_label);
  gtk_widget_class_bind_template_child (widget_class, TyVillagePage, teams);
  gtk_widget_class_bind_template_child (widget_class, TyVillagePage, notes);
  gtk_widget_class_bind_template_child (widget_class, TyVillagePage, below);
  gtk_widget_class_bind_template_child (widget_class, TyVillagePage, side);

  gtk_widget_class_install_action (widget_class, "village.set-seats", NULL, set_seats_action);
  gtk_widget_class_install_action (widget_class, "village.add-row", "s", add_row_action);
  gtk_widget_class_install_action (widget_class, "village.edit-row", "(su)", edit_row_action);
  gtk_widget_class_install_action (widget_class, "village.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "village.appoint", "(xs)", appoint_action);
  gtk_widget_class_install_action (widget_class, "village.change-posts", "(sx)", change_posts_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "village.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK,
                                       "village.set-seats", NULL);
}

static void
ty_village_page_init (TyVillagePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * ty_village_page_new:
 * @office: from which it reads
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
GtkWidget *
ty_village_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_VILLAGE_PAGE,
                       "page-name", "village",
                       "title", "",
                       "icon-name", "ty-village-symbolic",
                       "office", office,
                       NULL);
}

/**
 * ty_village_page_show:
 * @self: a page
 * @unit: key of a village or a township
 *
 * Shows another unit.
 */
void
ty_village_page_show (TyVillagePage *self,
                      gint64         unit)
{
  g_return_if_fail (TY_IS_VILLAGE_PAGE (self));

  if (self->unit == unit)
    return;

  self->unit = unit;
  self->arriving = TRUE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  ty_page_refresh (TY_PAGE (self));
}

/**
 * ty_village_page_get_unit:
 * @self: a page
 *
 * Returns: key of the unit that is shown, or 0
 */
gint64
ty_village_page_get_unit (TyVillagePage *self)
{
  g_return_val_if_fail (TY_IS_VILLAGE_PAGE (self), 0);

  return self->unit;
}

static gboolean
has_person (GArray *people,
            gint64  person)
{
  for (guint i = 0; i < people->len; i++)
    if (g_array_index (people, gint64, i) == person)
      return TRUE;

  return FALSE;
}

/**
 * ty_village_page_list_people:
 * @self: a page
 *
 * Returns: (transfer full) (element-type gint64): who sits in the teams of the village, each once
 */
GArray *
ty_village_page_list_people (TyVillagePage *self)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (TY_IS_VILLAGE_PAGE (self), people);

  for (guint i = 0; self->file != NULL && i < self->file->teams->len; i++)
    {
      TyTeam *team = g_ptr_array_index (self->file->teams, i);

      for (guint k = 0; k < team->members->len; k++)
        {
          TyTeamMember *member = g_ptr_array_index (team->members, k);

          if (!has_person (people, member->person))
            g_array_append_val (people, member->person);
        }
    }
  return people;
}
