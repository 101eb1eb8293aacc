/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-training-page"

#include "config.h"

#include "ty-training-page-private.h"

#include "ty-format.h"
#include "ty-office-roster.h"
#include "ty-office-training.h"
#include "ty-print.h"
#include "ty-tab-stop.h"
#include "ty-text.h"
#include "ty-text-columns.h"
#include "ty-training-print.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

/**
 * TyTrainingPage:
 *
 * The courses (培训班次), and who is entered for the current one.
 */
G_DEFINE_FINAL_TYPE (TyTrainingPage, ty_training_page, TY_TYPE_PAGE)

static const TyTextColumn course_columns[TY_N_COURSE_COLUMNS] = {
  [TY_COURSE_COLUMN_WHEN] = { N_("Period"), 136, FALSE },
  [TY_COURSE_COLUMN_NAME] = { N_("Course"), 0, FALSE },
  [TY_COURSE_COLUMN_KIND] = { N_("Kind of training"), 100, FALSE },
  [TY_COURSE_COLUMN_LEVEL] = { N_("Level of the class"), 60, FALSE },
  [TY_COURSE_COLUMN_DAYS] = { N_("Days of training"), 48, TRUE },
  [TY_COURSE_COLUMN_ENTERED] = { N_("Entered"), 56, TRUE },
  [TY_COURSE_COLUMN_CAME] = { N_("Came"), 56, TRUE },
};

static const TyTextColumn people_columns[TY_N_ATTENDEE_COLUMNS] = {
  [TY_ATTENDEE_COLUMN_NAME] = { N_("Name"), 72, FALSE },
  [TY_ATTENDEE_COLUMN_UNIT] = { N_("Unit"), 164, FALSE },
  [TY_ATTENDEE_COLUMN_POSTS] = { N_("Posts"), 0, FALSE },
  [TY_ATTENDEE_COLUMN_DAYS] = { N_("Days attended"), 44, TRUE },
  [TY_ATTENDEE_COLUMN_RESULT] = { N_("Result of the training"), 62, FALSE },
  [TY_ATTENDEE_COLUMN_CERTIFICATE] = { N_("Certificate"), 110, FALSE },
};

static const char *
get_course_text (gpointer item,
                 guint    column)
{
  return ty_course_item_get_text (item, column);
}

static const char *
get_people_text (gpointer item,
                 guint    column)
{
  return ty_attendee_item_get_text (item, column);
}

static gpointer
get_selected_item (GtkSingleSelection *selection)
{
  TyRowPlace *place = gtk_single_selection_get_selected_item (selection);

  return place != NULL ? ty_row_place_get_item (place) : NULL;
}

/**
 * ty_training_page_get_current: (skip)
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the current course
 */
TyCourseItem *
ty_training_page_get_current (TyTrainingPage *self)
{
  return get_selected_item (self->course_selection);
}

/**
 * ty_training_page_get_attendee: (skip)
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the current one of those who are entered
 */
TyAttendeeItem *
ty_training_page_get_attendee (TyTrainingPage *self)
{
  return get_selected_item (self->people_selection);
}

static gboolean
is_writable (TyTrainingPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  return office != NULL && ty_office_is_open (office) && !ty_office_is_read_only (office);
}

static void
set_enabled (TyTrainingPage *self,
             const char     *action,
             gboolean        enabled)
{
  ty_widget_action_enable (GTK_WIDGET (self), action, enabled);
}

static void
update_actions (TyTrainingPage *self)
{
  gboolean chosen = ty_training_page_get_current (self) != NULL;
  gboolean anybody = ty_training_page_get_attendee (self) != NULL;
  gboolean writable = is_writable (self);

  set_enabled (self, "training.add", writable);
  set_enabled (self, "training.edit", chosen && writable);
  set_enabled (self, "training.copy", chosen && anybody);
  set_enabled (self, "training.export", chosen && anybody);
  set_enabled (self, "training.edit-entry", anybody && writable);
  set_enabled (self, "training.take-out", anybody && writable);
  set_enabled (self, "training.open-person", anybody);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), chosen && writable);
}

static void
update_loading (TyTrainingPage *self)
{
  ty_page_set_loading (TY_PAGE (self), self->busy || ty_row_places_is_growing (self->course_places)
                                       || ty_row_places_is_growing (self->people_places));
}

static void
set_busy (TyTrainingPage *self,
          gboolean        busy)
{
  self->busy = busy;
  update_loading (self);
}

/* Those who are entered. */

static gint64
get_selected_person (TyTrainingPage *self)
{
  TyAttendeeItem *item = ty_training_page_get_attendee (self);

  return item != NULL ? ty_attendee_item_get_person (item) : 0;
}

static void
show_people (TyTrainingPage *self,
             GPtrArray      *roster)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 person = get_selected_person (self);
  guint selected = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TyAttendanceRow *row = g_ptr_array_index (self->rows, i);

      if (row->person == person)
        selected = i;
      g_ptr_array_add (items, ty_attendee_item_new (row, ty_course_item_get (ty_training_page_get_current (self)),
                                                    i < roster->len ? g_ptr_array_index (roster, i) : NULL));
    }
  g_list_store_splice (self->people, 0, g_list_model_get_n_items (G_LIST_MODEL (self->people)), items->pdata,
                       items->len);
  if (selected > 0)
    ty_row_places_grow_up (self->people_places);
  gtk_single_selection_set_selected (self->people_selection, items->len > 0 ? selected : GTK_INVALID_LIST_POSITION);
  gtk_stack_set_visible_child_name (self->people_stack, items->len > 0 ? "people" : "nobody");
  update_actions (self);
}

static void
roster_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) roster = ty_office_load_rows_finish (TY_OFFICE (source), result, &error);
  TyTrainingPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_TRAINING_PAGE (user_data);
  if (roster == NULL)
    ty_page_tell_problem (TY_PAGE (self), error);
  else if (ty_training_page_get_current (self) != NULL)
    show_people (self, roster);
  set_busy (self, FALSE);
}

static void
attendance_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = ty_office_list_attendance_finish (TY_OFFICE (source), result, &error);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  TyTrainingPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_TRAINING_PAGE (user_data);
  if (rows == NULL)
    {
      set_busy (self, FALSE);
      ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (people, ((TyAttendanceRow *) g_ptr_array_index (rows, i))->person);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_steal_pointer (&rows);
  ty_office_load_rows_async (TY_OFFICE (source), (const gint64 *) (gpointer) people->data, people->len,
                             self->reading, roster_cb, self);
}

static void
stop_reading (TyTrainingPage *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
show_course (TyTrainingPage *self)
{
  TyCourseItem *item = ty_training_page_get_current (self);
  g_autofree char *facts = item != NULL ? ty_course_item_dup_facts (item) : g_strdup ("");

  stop_reading (self);
  self->course = item != NULL ? ty_course_item_get_key (item) : 0;
  gtk_widget_set_visible (self->course_pane, item != NULL);
  gtk_label_set_label (self->name_label, item != NULL ? ty_course_item_get_text (item, TY_COURSE_COLUMN_NAME) : "");
  gtk_label_set_label (self->facts_label, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts_label), *facts != '\0');
  update_actions (self);
  if (item == NULL)
    {
      g_list_store_remove_all (self->people);
      set_busy (self, FALSE);
      return;
    }
  self->reading = g_cancellable_new ();
  set_busy (self, TRUE);
  ty_office_list_attendance_async (ty_page_get_office (TY_PAGE (self)), self->course, self->reading, attendance_cb,
                                   self);
}

static void
course_selected_cb (TyTrainingPage     *self,
                    GParamSpec         *pspec,
                    GtkSingleSelection *selection)
{
  if (self->filling)
    return;

  ty_row_places_set_gentle (self->people_places, TRUE);
  show_course (self);
}

static void
attendee_selected_cb (TyTrainingPage     *self,
                      GParamSpec         *pspec,
                      GtkSingleSelection *selection)
{
  update_actions (self);
}

/* The courses. */

static int
get_year (TyTrainingPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->year_drop);

  return selected < self->years->len ? g_array_index (self->years, int, selected) : 0;
}

/* On a date of the past one sees what had begun by then; today, also what is planned. */
static gboolean
is_of_date (TyTrainingPage *self,
            TyCourseItem   *item)
{
  TyDate as_of = ty_office_get_as_of (ty_page_get_office (TY_PAGE (self)));
  TyDate from = ty_record_get_date (ty_course_item_get (item), TY_COURSE_FROM_DATE);

  return ty_date_compare (as_of, ty_date_today ()) >= 0 || ty_date_compare (from, as_of) <= 0;
}

static void
list_courses (TyTrainingPage *self)
{
  g_autofree char *folded = ty_text_fold (gtk_editable_get_text (self->search));
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;
  int year = get_year (self);
  guint selected = 0;

  if (self->all == NULL)
    return;

  for (guint i = 0; i < self->all->len; i++)
    {
      TyCourseItem *item = g_ptr_array_index (self->all, i);

      if (!ty_course_item_fits (item, folded, year) || !is_of_date (self, item))
        continue;
      if (ty_course_item_get_key (item) == self->course)
        selected = shown->len;
      g_ptr_array_add (shown, item);
    }
  self->filling = TRUE;
  g_list_store_splice (self->courses, 0, g_list_model_get_n_items (G_LIST_MODEL (self->courses)), shown->pdata,
                       shown->len);
  if (selected > 0)
    ty_row_places_grow_up (self->course_places);
  gtk_single_selection_set_selected (self->course_selection, shown->len > 0 ? selected : GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  count = ty_text_format_count (shown->len);
  text = g_strdup_printf (ngettext ("%s course", "%s courses", shown->len), count);
  gtk_label_set_label (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, self->all->len == 0 ? "empty" : shown->len > 0 ? "courses" : "nothing");
  show_course (self);
}

/* Somebody types, or goes through the courses by keys. */
static void
set_gentle (TyTrainingPage *self,
            gboolean        gentle)
{
  ty_row_places_set_gentle (self->course_places, gentle);
  ty_row_places_set_gentle (self->people_places, gentle);
}

static void
filter_cb (TyTrainingPage *self,
           GtkWidget      *widget)
{
  set_gentle (self, TRUE);
  list_courses (self);
}

static void
year_cb (TyTrainingPage *self,
         GParamSpec     *pspec,
         GtkDropDown    *drop)
{
  if (!self->filling)
    filter_cb (self, GTK_WIDGET (drop));
}

/* The years that there are, the newest first, as the courses come; what was chosen stays. */
static void
fill_years (TyTrainingPage *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  int before = get_year (self);
  int last = 0;
  guint selected = 0;

  self->filling = TRUE;
  g_array_set_size (self->years, 0);
  g_array_append_val (self->years, last);
  gtk_string_list_append (labels, _("All years"));
  for (guint i = 0; i < self->all->len; i++)
    {
      int year = ty_record_get_date (ty_course_item_get (g_ptr_array_index (self->all, i)),
                                     TY_COURSE_FROM_DATE).year;
      g_autofree char *label = g_strdup_printf ("%d", year);

      if (year == 0 || year == last)
        continue;
      if (year == before)
        selected = self->years->len;
      g_array_append_val (self->years, year);
      gtk_string_list_append (labels, label);
      last = year;
    }
  gtk_drop_down_set_model (self->year_drop, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->year_drop, selected);
  self->filling = FALSE;
}

static void
courses_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = ty_office_list_courses_finish (TY_OFFICE (source), result, &error);
  TyTrainingPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_TRAINING_PAGE (user_data);
  if (rows == NULL)
    {
      set_busy (self, FALSE);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->all, ty_course_item_new (g_ptr_array_index (rows, i)));
  fill_years (self);
  set_gentle (self, FALSE);
  list_courses (self);
}

static void
ty_training_page_refresh (TyPage *page)
{
  TY_TRAINING_PAGE (page)->busy = TRUE;
  ty_office_list_courses_async (ty_page_get_office (page), ty_page_begin (page), courses_cb, page);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  TyTrainingPage *self = TY_TRAINING_PAGE (widget);

  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->year_drop, 0);
  list_courses (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->course_view));
}

static void
stop_search_cb (TyTrainingPage *self,
                GtkSearchEntry *search)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->course_view));
}

static void
ty_training_page_find (TyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TY_TRAINING_PAGE (page)->search));
}

static void
ty_training_page_print (TyPage *page)
{
  TyTrainingPage *self = TY_TRAINING_PAGE (page);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr(GtkPrintOperation) operation = NULL;

  if (ty_training_page_get_attendee (self) == NULL)
    {
      ty_page_tell (page, _("There is nobody here who could be printed."));
      return;
    }

  operation = ty_print_operation_new (ty_training_print_build (ty_page_get_office (page),
                                                               ty_course_item_get (ty_training_page_get_current (self)),
                                                               G_LIST_MODEL (self->people)),
                                      pango_context_get_font_description (context));
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}

static void
ty_training_page_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ty_training_page_parent_class)->realize (widget);

  ty_training_page_watch_room (TY_TRAINING_PAGE (widget));
}

static void
ty_training_page_unrealize (GtkWidget *widget)
{
  ty_training_page_unwatch_room (TY_TRAINING_PAGE (widget));

  GTK_WIDGET_CLASS (ty_training_page_parent_class)->unrealize (widget);
}

static void
ty_training_page_dispose (GObject *object)
{
  stop_reading (TY_TRAINING_PAGE (object));

  G_OBJECT_CLASS (ty_training_page_parent_class)->dispose (object);
}

static void
ty_training_page_finalize (GObject *object)
{
  TyTrainingPage *self = TY_TRAINING_PAGE (object);

  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_array_unref);

  G_OBJECT_CLASS (ty_training_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, search);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, year_drop);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, panes);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, course_view);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, course_selection);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, courses);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, course_places);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, course_pane);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, facts_label);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, picker);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, people_stack);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, people_view);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, people_selection);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, people);
  gtk_widget_class_bind_template_child (widget_class, TyTrainingPage, people_places);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, course_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, attendee_selected_cb);
}

static gint64
ty_training_page_get_person (TyPage *page)
{
  TyAttendeeItem *item = ty_training_page_get_attendee (TY_TRAINING_PAGE (page));

  return item != NULL ? ty_attendee_item_get_person (item) : 0;
}

static void
ty_training_page_class_init (TyTrainingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_training_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_training_page_finalize;
  widget_class->realize = ty_training_page_realize;
  widget_class->unrealize = ty_training_page_unrealize;
  TY_PAGE_CLASS (klass)->refresh = ty_training_page_refresh;
  TY_PAGE_CLASS (klass)->get_person = ty_training_page_get_person;
  TY_PAGE_CLASS (klass)->find = ty_training_page_find;
  TY_PAGE_CLASS (klass)->print = ty_training_page_print;

  g_type_ensure (TY_TYPE_ATTENDEE_ITEM);
  g_type_ensure (TY_TYPE_COURSE_ITEM);
  g_type_ensure (TY_TYPE_PERSON_PICKER);
  g_type_ensure (TY_TYPE_ROW_PLACES);
  g_type_ensure (TY_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-training-page.ui");
  bind_children (widget_class);

  ty_training_page_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "training.clear-filters", NULL, clear_filters_action);
}

static void
ty_training_page_init (TyTrainingPage *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_text_columns_add (self->course_view, course_columns, G_N_ELEMENTS (course_columns), get_course_text);
  ty_text_columns_add (self->people_view, people_columns, G_N_ELEMENTS (people_columns), get_people_text);
  ty_row_places_set_view (self->course_places, GTK_WIDGET (self->course_view));
  ty_row_places_set_view (self->people_places, GTK_WIDGET (self->people_view));
  g_signal_connect_object (self->course_places, "notify::growing", G_CALLBACK (update_loading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people_places, "notify::growing", G_CALLBACK (update_loading), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

/**
 * ty_training_page_new:
 * @office: (nullable): from which it reads
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ty_training_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_TRAINING_PAGE,
                       "page-name", "training",
                       "title", C_("page", "Training"),
                       "icon-name", "ty-training-symbolic",
                       "group", C_("sidebar", "Work"),
                       "office", office,
                       NULL);
}

/**
 * ty_training_page_get_courses:
 * @self: a page
 *
 * Returns: (transfer none): the courses that are listed, #TyCourseItem
 */
GListModel *
ty_training_page_get_courses (TyTrainingPage *self)
{
  g_return_val_if_fail (TY_IS_TRAINING_PAGE (self), NULL);

  return G_LIST_MODEL (self->courses);
}

/**
 * ty_training_page_get_people:
 * @self: a page
 *
 * Returns: (transfer none): who is entered for the current course, #TyAttendeeItem
 */
GListModel *
ty_training_page_get_people (TyTrainingPage *self)
{
  g_return_val_if_fail (TY_IS_TRAINING_PAGE (self), NULL);

  return G_LIST_MODEL (self->people);
}

/**
 * ty_training_page_choose:
 * @self: a page
 * @course: key of a course
 *
 * Makes a course the current one, once it is listed.
 */
void
ty_training_page_choose (TyTrainingPage *self,
                         gint64          course)
{
  g_return_if_fail (TY_IS_TRAINING_PAGE (self));

  self->course = course;
  list_courses (self);
}

/**
 * ty_training_page_dup_name:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): what the current course is called
 */
char *
ty_training_page_dup_name (TyTrainingPage *self)
{
  g_return_val_if_fail (TY_IS_TRAINING_PAGE (self), NULL);

  return ty_training_page_get_current (self) != NULL
           ? g_strdup (ty_course_item_get_text (ty_training_page_get_current (self), TY_COURSE_COLUMN_NAME)) : NULL;
}

/**
 * ty_training_page_list_people:
 * @self: a page
 *
 * Returns: (transfer full) (nullable) (element-type gint64): who is entered for the current course; %NULL
 *   where there is nobody
 */
GArray *
ty_training_page_list_people (TyTrainingPage *self)
{
  GArray *people;

  g_return_val_if_fail (TY_IS_TRAINING_PAGE (self), NULL);

  if (ty_training_page_get_current (self) == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->people)) == 0)
    return NULL;
  people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    {
      g_autoptr(TyAttendeeItem) item = g_list_model_get_item (G_LIST_MODEL (self->people), i);
      gint64 person = ty_attendee_item_get_person (item);

      g_array_append_val (people, person);
    }
  return people;
}
