/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-page"

#include "config.h"

#include "ty-person-page-private.h"
#include "ty-post-change.h"

#include "ty-format.h"
#include "ty-gradual.h"
#include "ty-office-checks.h"
#include "ty-office-person.h"
#include "ty-person-history.h"
#include "ty-person-tags.h"
#include "ty-person-time-line.h"
#include "ty-text.h"
#include "ty-whole-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MENU_ROOM 26 /* pixels of the button with what can be done, which stands beside the first line */
#define AT_ONCE 8000 /* µs for the sections that are there at once */

G_DEFINE_FINAL_TYPE (TyPersonPage, ty_person_page, TY_TYPE_PAGE)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
add_line (TyPersonPage *self,
          const char   *text,
          const char   *css_class)
{
  GtkWidget *label;

  if (*text == '\0')
    return;

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->who_box, label);
}

/* The month and the word behind it are one thing: the panel gets wider before they stand in two lines. */
static void
keep_together (TyPersonPage *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->who_box));

  if (last != NULL)
    gtk_label_set_wrap (GTK_LABEL (last), FALSE);
}

static void
fill_who (TyPersonPage *self)
{
  TyRecord *person = TY_RECORD (self->file->person);
  const char *name = ty_record_get_text (person, TY_PERSON_NAME);
  g_autofree char *sex = ty_format_code ("sex", ty_record_get_text (person, TY_PERSON_SEX));
  g_autofree char *ethnicity = ty_format_code ("ethnicity",
                                               ty_record_get_text (person, TY_PERSON_ETHNICITY));
  g_autofree char *facts = g_strjoin (*sex != '\0' && *ethnicity != '\0' ? "　" : "", sex,
                                      ethnicity, NULL);
  g_autofree char *age = ty_format_age (self->file->age);
  g_autofree char *month = ty_format_month (ty_record_get_date (person, TY_PERSON_BIRTH));
  /* Translators: the month of birth: 1982.02 */
  g_autofree char *born = g_strdup_printf (_("born %s"), month);

  clear_box (self->who_box);
  add_line (self, name != NULL ? name : "", "title-2");
  add_line (self, facts, "dim-label");
  add_line (self, age, NULL);
  add_line (self, *month != '\0' ? born : "", "dim-label");
  keep_together (self);
}

static gboolean
had_unit (TyPersonPage *self,
          guint         n_posts,
          gint64        unit)
{
  for (guint i = 0; i < n_posts; i++)
    {
      const TyPost *post = g_ptr_array_index (self->file->posts, i);

      if (post->current && post->unit == unit)
        return TRUE;
    }
  return FALSE;
}

/* The way to each village or township where a post is held. */
static void
add_units (TyPersonPage *self)
{
  for (guint i = 0; i < self->file->posts->len; i++)
    {
      const TyPost *post = g_ptr_array_index (self->file->posts, i);
      GtkWidget *link;

      if (!post->current || had_unit (self, i, post->unit))
        continue;
      link = gtk_button_new_with_label (post->unit_name);
      gtk_widget_add_css_class (link, "flat");
      gtk_widget_add_css_class (link, "ty-link");
      gtk_widget_set_halign (link, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (link, _("Show the whole team"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.show-village");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "x", post->unit);
      gtk_box_append (self->tags_box, link);
    }
}

/* Since when the newest of the present posts is held: `任现职 2 个月（2021.10）`. */
static GtkWidget *
make_since (TyPersonPage *self)
{
  TyDate as_of = ty_office_get_as_of (ty_page_get_office (TY_PAGE (self)));
  g_autofree char *text = NULL;
  GtkWidget *label;

  for (guint i = 0; i < self->file->posts->len && text == NULL; i++)
    {
      const TyPost *post = g_ptr_array_index (self->file->posts, i);

      if (post->current && ty_date_is_known (post->from))
        text = ty_format_tenure (post->from, as_of);
    }
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_visible (label, text != NULL);
  return label;
}

/* The button lies over the box: the line beside it is shorter. */
static void
leave_room (TyPersonPage *self)
{
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->tags_box));

  while (line != NULL && !gtk_widget_get_visible (line))
    line = gtk_widget_get_next_sibling (line);
  if (line != NULL)
    gtk_widget_set_margin_end (line, MENU_ROOM);
}

static void
fill_tags (TyPersonPage *self)
{
  GtkWidget *title = gtk_label_new (self->file->title);
  gboolean in_office = *self->file->title != '\0';

  clear_box (self->tags_box);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  ty_whole_words_keep (GTK_LABEL (title));
  gtk_widget_set_visible (title, in_office);
  gtk_box_append (self->tags_box, title);
  gtk_box_append (self->tags_box, make_since (self));

  add_units (self);
  gtk_box_append (self->tags_box, ty_person_tags_build (self->file));
  gtk_box_append (self->tags_box, ty_person_completeness_build (self->file));
  leave_room (self);
}

/* A ring beside a section of which something is missing. */
static GtkWidget *
make_mark (gboolean incomplete)
{
  GtkWidget *bin = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (bin, TRUE);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "ty-mark");
  gtk_widget_set_tooltip_text (mark, _("Something is missing here"));
  gtk_widget_set_visible (mark, incomplete);
  gtk_box_append (GTK_BOX (bin), mark);
  return bin;
}

static GtkWidget *
make_index_row (TyPersonSection section,
                guint           count,
                gboolean        incomplete)
{
  const char *title = ty_person_section_get_title (section);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *row = gtk_list_box_row_new ();

  /* GTK 4.8 gives a row no name from what it contains. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  ty_whole_words_keep (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_mark (incomplete));
  if (section != TY_PERSON_SECTION_BASICS)
    {
      g_autofree char *text = ty_text_format_count (count);
      GtkWidget *number = gtk_label_new (text);

      gtk_widget_add_css_class (number, "dim-label");
      gtk_widget_add_css_class (number, "numeric");
      gtk_box_append (GTK_BOX (box), number);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "person.scroll-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", (guint) section);
  return row;
}

/* The card of a section and its entry in the index. */
static void
append_section (TyPersonPage    *self,
                TyPersonSection  section)
{
  guint count = ty_person_section_count (section, self->file);
  GtkBox *column = ty_person_section_is_wide (section) ? self->first_column : self->second_column;
  gboolean incomplete = ty_person_section_is_incomplete (section, self->file);

  if (!ty_person_section_has_card (section, self->file))
    return;

  self->cards[section] = ty_person_section_build (section, self->file, self->revealed);
  gtk_box_append (column, self->cards[section]);
  gtk_list_box_append (self->index, make_index_row (section, section == TY_PERSON_SECTION_OWN
                                                               ? self->file->own_values->len : count,
                                                    incomplete));
}

/* The next section; until all are there the page says that it loads. */
static gboolean
append_next (GtkWidget *widget)
{
  TyPersonPage *self = TY_PERSON_PAGE (widget);

  if (self->next_section < TY_N_PERSON_SECTIONS)
    append_section (self, self->next_section++);
  if (self->next_section < TY_N_PERSON_SECTIONS)
    return TRUE;

  gtk_widget_set_size_request (GTK_WIDGET (self->content), -1, -1);
  ty_page_set_loading (TY_PAGE (self), FALSE);
  return FALSE;
}

/* Makes the cards of the sections anew: what is seen first at once, the others in the frames that follow. */
static void
fill_sections (TyPersonPage *self,
               gboolean      same_person)
{
  gint64 end = g_get_monotonic_time () + AT_ONCE;
  gboolean more;
  GtkListBoxRow *row;

  /* What is scrolled to stays in sight: the cards come back below. */
  if (same_person)
    gtk_widget_set_size_request (GTK_WIDGET (self->content), -1,
                                 gtk_widget_get_height (GTK_WIDGET (self->content)));
  ty_gradual_stop (GTK_WIDGET (self));
  clear_box (self->first_column);
  clear_box (self->second_column);
  while ((row = gtk_list_box_get_row_at_index (self->index, 0)) != NULL)
    gtk_list_box_remove (self->index, GTK_WIDGET (row));
  memset (self->cards, 0, sizeof self->cards);

  self->next_section = 0;
  ty_page_set_loading (TY_PAGE (self), TRUE);
  /* The first at least: the checks, which come by themselves, would be there twice. */
  do
    more = append_next (GTK_WIDGET (self));
  while (more && g_get_monotonic_time () < end);
  if (more)
    ty_gradual_start (GTK_WIDGET (self), append_next);
}

/**
 * ty_person_page_rebuild:
 * @self: a page that shows somebody
 * @section: a section
 *
 * Makes the card of a section anew, where it has one.
 */
void
ty_person_page_rebuild (TyPersonPage    *self,
                        TyPersonSection  section)
{
  GtkWidget *old = self->cards[section];
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && old != NULL && gtk_widget_is_ancestor (focus, old);
  GtkWidget *box;

  if (old == NULL)
    return;

  box = gtk_widget_get_parent (old);
  self->cards[section] = ty_person_section_build (section, self->file, self->revealed);
  gtk_box_insert_child_after (GTK_BOX (box), self->cards[section], old);
  gtk_box_remove (GTK_BOX (box), old);
  if (focused)
    gtk_widget_child_focus (self->cards[section], GTK_DIR_TAB_FORWARD);
}

static void
fill_time_line (TyPersonPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  GtkWidget *section = ty_person_time_line_build (self->file, ty_office_get_as_of (office));

  adw_bin_set_child (self->time_line_bin, section);
  gtk_widget_set_visible (GTK_WIDGET (self->time_line_bin), section != NULL);
}

static void
show_file (TyPersonPage *self,
           gboolean      same_person)
{
  const char *name = ty_record_get_text (TY_RECORD (self->file->person), TY_PERSON_NAME);
  g_autofree char *trail = ty_person_tags_dup_trail (self->file);

  g_object_set (self, "trail", trail, NULL);
  ty_page_set_title (TY_PAGE (self), name);
  ty_portrait_view_set_photo (self->portrait, self->file->photo, name);
  ty_person_page_update_photo (self);
  ty_person_page_update_forms (self);
  fill_who (self);
  fill_tags (self);
  fill_time_line (self);
  fill_sections (self, same_person);
  gtk_stack_set_visible_child_name (self->stack, "person");
}

/* Before all others, which stay as they are, with the focus. */
static void
add_problems (TyPersonPage *self)
{
  const TyPersonSection section = TY_PERSON_SECTION_PROBLEMS;

  self->cards[section] = ty_person_section_build (section, self->file, self->revealed);
  gtk_box_prepend (self->first_column, self->cards[section]);
  gtk_list_box_prepend (self->index, make_index_row (section, self->file->problems->len,
                                                     FALSE));
}

/* The checks come after everything else: nobody waits for them to read. */
static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyCheckReport) report = NULL;
  TyPersonPage *self;

  report = ty_office_check_person_finish (TY_OFFICE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PERSON_PAGE (user_data);
  if (report == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    ty_page_tell_problem (TY_PAGE (self), error);
  if (report == NULL || report->entries->len == 0)
    return;

  self->file->problems = g_ptr_array_ref (report->entries);
  add_problems (self);
}

/* The one of before stands there until the new one has come: nothing jumps after an edit. */
static void
remove_history (TyPersonPage *self)
{
  int n = 0;

  if (self->file->history == NULL)
    return;

  while (gtk_list_box_get_row_at_index (self->index, n) != NULL)
    n++;
  gtk_list_box_remove (self->index, GTK_WIDGET (gtk_list_box_get_row_at_index (self->index, n - 1)));
  gtk_box_remove (self->first_column, self->cards[TY_PERSON_SECTION_HISTORY]);
  g_clear_pointer (&self->file->history, g_ptr_array_unref);
}

/* The history comes after everything else, too. */
static void
history_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) history = ty_office_load_person_history_finish (TY_OFFICE (source), result, &error);
  const TyPersonSection section = TY_PERSON_SECTION_HISTORY;
  TyPersonPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PERSON_PAGE (user_data);
  if (history == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    ty_page_tell_problem (TY_PAGE (self), error);
  if (history == NULL || history->len == 0)
    return;

  /* Its card is the last one: while others are still to come it comes with them. */
  if (ty_gradual_is_on (GTK_WIDGET (self)))
    {
      g_clear_pointer (&self->file->history, g_ptr_array_unref);
      self->file->history = g_steal_pointer (&history);
      return;
    }

  remove_history (self);
  self->file->history = g_steal_pointer (&history);
  self->cards[section] = ty_person_section_build (section, self->file, self->revealed);
  gtk_box_append (self->first_column, self->cards[section]);
  gtk_list_box_append (self->index, make_index_row (section, self->file->history->len, FALSE));
}

static void
stop_checking (TyPersonPage *self)
{
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

static void
check (TyPersonPage *self)
{
  self->checking = g_cancellable_new ();
  ty_office_load_person_history_async (ty_page_get_office (TY_PAGE (self)), self->person, self->checking,
                                       history_cb, self);
  ty_office_check_person_async (ty_page_get_office (TY_PAGE (self)), self->person, self->checking,
                                checked_cb, self);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPersonFile) file = NULL;
  TyPersonPage *self;
  gboolean same_person;

  file = ty_office_load_person_finish (TY_OFFICE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PERSON_PAGE (user_data);
  ty_page_set_loading (TY_PAGE (self), FALSE);
  same_person = file != NULL && self->file != NULL && self->shown == self->person;
  if (same_person)
    file->history = g_steal_pointer (&self->file->history);
  self->shown = self->person;
  g_clear_pointer (&self->file, ty_person_file_free);
  if (file == NULL)
    {
      /* Whoever came with an action that was undone is gone: that is no error. */
      g_object_set (self, "trail", NULL, NULL);
      ty_page_set_title (TY_PAGE (self), _("Nobody"));
      gtk_stack_set_visible_child_name (self->stack, "gone");
      return;
    }

  self->file = g_steal_pointer (&file);
  /* Whose record was merged into another is shown by that one. */
  self->person = ty_record_get_integer (TY_RECORD (self->file->person), TY_PERSON_ID);
  self->shown = self->person;
  show_file (self, same_person);
  check (self);
}

static void
ty_person_page_refresh (TyPage *page)
{
  TyPersonPage *self = TY_PERSON_PAGE (page);

  stop_checking (self);
  ty_gradual_stop (GTK_WIDGET (self));
  if (self->person == 0)
    return;
  ty_office_load_person_async (ty_page_get_office (page), self->person, ty_page_begin (page),
                               load_cb, self);
}

static void
edit_own_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  ty_person_page_ask_for_form (TY_PERSON_PAGE (widget), (TyPersonForm){ TY_PERSON_FORM_OWN, 0, 0 });
}

static void
scroll_to_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TyPersonPage *self = TY_PERSON_PAGE (widget);
  guint section = g_variant_get_uint32 (parameter);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_point_t top = GRAPHENE_POINT_INIT (0, 0);

  ty_gradual_finish (GTK_WIDGET (self));
  if (section >= TY_N_PERSON_SECTIONS || self->cards[section] == NULL)
    return;
  if (gtk_widget_compute_point (self->cards[section], GTK_WIDGET (self->content), &top, &top))
    gtk_adjustment_set_value (adjustment, top.y);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ty_person_page_ask_for_form (TY_PERSON_PAGE (widget), (TyPersonForm){ TY_PERSON_FORM_BASICS, 0, 0 });
}

static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.merge-people", "(xx)", TY_PERSON_PAGE (widget)->person,
                              (gint64) 0);
}

static void
add_row_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  guint section = g_variant_get_uint32 (parameter);

  if (section < TY_N_PERSON_SECTIONS)
    ty_person_page_ask_for_form (TY_PERSON_PAGE (widget), (TyPersonForm){ TY_PERSON_FORM_NEW_ROW, section, 0 });
}

static void
edit_row_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  guint section, index;

  g_variant_get (parameter, "(uu)", &section, &index);
  if (section < TY_N_PERSON_SECTIONS)
    ty_person_page_ask_for_form (TY_PERSON_PAGE (widget), (TyPersonForm){ TY_PERSON_FORM_ROW, section, index });
}

static void
change_posts_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  TyPostMove move;

  if (ty_post_move_parse (g_variant_get_string (parameter, NULL), &move))
    ty_person_page_ask_for_form (TY_PERSON_PAGE (widget), (TyPersonForm){ TY_PERSON_FORM_POSTS, move, 0 });
}

static void
ty_person_page_dispose (GObject *object)
{
  TyPersonPage *self = TY_PERSON_PAGE (object);

  stop_checking (self);
  ty_gradual_stop (GTK_WIDGET (self));
  if (self->attaching != NULL)
    g_cancellable_cancel (self->attaching);
  g_clear_object (&self->attaching);
  g_clear_pointer (&self->file, ty_person_file_free);

  G_OBJECT_CLASS (ty_person_page_parent_class)->dispose (object);
}

static void
ty_person_page_class_init (TyPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_person_page_dispose;
  TY_PAGE_CLASS (klass)->refresh = ty_person_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPersonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyPersonPage, portrait);
  gtk_widget_class_bind_template_child (widget_class, TyPersonPage, who_box);
  gtk_widget_class_bind_template_child (widget_class, TyPersonPage, tags_box);
  gtk_widget_class_bind_template_child (widget_class, TyPersonPage, index);
  gtk_widget_class_bind_template_child (widget_class, TyPersonPage, content);
  gtk_widget_class_bind_template_child (widget_class, TyPersonPage, time_line_bin);
  gtk_widget_class_bind_template_child (widget_class, TyPersonPage, first_column);
  gtk_widget_class_bind_template_child (widget_class, TyPersonPage, second_column);
  gtk_widget_class_bind_template_child (widget_class, TyPersonPage, scroller);

  ty_person_page_install_privacy (widget_class);
  ty_person_page_install_files (widget_class);
  ty_person_page_install_photo (widget_class);
  gtk_widget_class_install_action (widget_class, "person.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "person.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "person.edit-own", NULL, edit_own_action);
  gtk_widget_class_install_action (widget_class, "person.add-row", "u", add_row_action);
  gtk_widget_class_install_action (widget_class, "person.edit-row", "(uu)", edit_row_action);
  gtk_widget_class_install_action (widget_class, "person.change-posts", "s", change_posts_action);
  gtk_widget_class_install_action (widget_class, "person.scroll-to", "u", scroll_to_action);
}

static void
ty_person_page_init (TyPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_person_page_accept_files (self);
  ty_person_page_accept_photo (self);
  ty_person_page_start_privacy (self);
}

/**
 * ty_person_page_new:
 * @office: from which it reads
 *
 * Returns: (transfer floating): a page that shows nobody yet
 */
GtkWidget *
ty_person_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_PERSON_PAGE,
                       "page-name", "person",
                       "title", "",
                       "icon-name", "avatar-default-symbolic",
                       "office", office,
                       NULL);
}

/**
 * ty_person_page_show:
 * @self: a page
 * @person: key of a person
 *
 * Shows another person. What was unmasked is masked again.
 */
void
ty_person_page_show (TyPersonPage *self,
                     gint64        person)
{
  g_return_if_fail (TY_IS_PERSON_PAGE (self));

  if (self->person == person)
    return;

  self->person = person;
  self->revealed = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  ty_page_refresh (TY_PAGE (self));
}

/**
 * ty_person_page_get_person:
 * @self: a page
 *
 * Returns: key of the person who is shown, or 0
 */
gint64
ty_person_page_get_person (TyPersonPage *self)
{
  g_return_val_if_fail (TY_IS_PERSON_PAGE (self), 0);

  return self->person;
}
