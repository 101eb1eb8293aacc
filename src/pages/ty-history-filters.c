/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-filters"

#include "config.h"

#include "ty-history-filters.h"

#include "ty-filter-button.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_SUBJECTS 20

/**
 * TyHistoryFilters:
 *
 * What is asked of the history: words, kind of action, user, days, and a person or a unit.
 */
struct _TyHistoryFilters
{
  AdwBin parent_instance;

  /* Template */
  GtkSearchEntry *search;
  TyFilterButton *kind_button;
  TyFilterButton *user_button;
  TyFilterButton *period_button;
  TyFilterButton *subject_button;
  GtkSearchEntry *subject_search;
  GtkEntry *from_entry;
  GtkEntry *until_entry;
  GtkWidget *clear_button;

  /* Owned */
  TyOffice *office;     /* (nullable) */
  GCancellable *finding; /* (nullable) */
  char *kind;           /* (nullable) */
  char *user;           /* (nullable) */
  char *period_label;   /* (nullable) */
  char *subject_label;  /* (nullable) */

  TyDate from;
  TyDate until;
  gint64 person;
  gint64 unit;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LEAVE_SEARCH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyHistoryFilters, ty_history_filters, ADW_TYPE_BIN)

static void
tell_changed (TyHistoryFilters *self)
{
  gtk_widget_set_visible (self->clear_button, ty_history_filters_is_filtered (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_text (char       **text,
          const char  *value)
{
  char *copy = value != NULL && *value != '\0' ? g_strdup (value) : NULL;

  g_free (*text);
  *text = copy;
}

static const char *
get_search (TyHistoryFilters *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/* A kind by itself, without what a sentence says of one action. */
static char *
dup_kind_label (const char *kind)
{
  TyActionValues values = { .kind = kind };
  g_autoptr(TyAction) action = NULL;

  if (strcmp (kind, "create") == 0)
    return g_strdup (_("File created"));
  if (strcmp (kind, "genesis") == 0)
    return g_strdup (_("Many records made at once"));
  if (strcmp (kind, "roster.import") == 0)
    return g_strdup (_("Roster imported"));
  if (strcmp (kind, "appointment.import") == 0)
    return g_strdup (_("Appointment files imported"));
  if (strcmp (kind, "row.add") == 0)
    return g_strdup (_("Entry added"));
  if (strcmp (kind, "row.edit") == 0)
    return g_strdup (_("Entry changed"));
  if (strcmp (kind, "row.remove") == 0)
    return g_strdup (_("Entry removed"));
  if (strcmp (kind, "post.change") == 0)
    return g_strdup (_("Posts changed"));
  if (strcmp (kind, "post.file") == 0)
    return g_strdup (_("County filings entered"));
  if (strcmp (kind, "undo") == 0)
    return g_strdup (C_("kind of action", "Undone"));
  if (strcmp (kind, "redo") == 0)
    return g_strdup (C_("kind of action", "Redone"));

  action = ty_action_new (&values);
  return ty_action_dup_label (action);
}

/* Kind and user. */

static void
kind_chosen_cb (TyHistoryFilters *self,
                const char       *word,
                const char       *label,
                TyFilterButton   *button)
{
  set_text (&self->kind, word);
  tell_changed (self);
}

static void
user_chosen_cb (TyHistoryFilters *self,
                const char       *word,
                const char       *label,
                TyFilterButton   *button)
{
  set_text (&self->user, word);
  tell_changed (self);
}

/* Days. */

static void
set_period (TyHistoryFilters *self,
            TyDate            from,
            TyDate            until,
            const char       *label)
{
  g_autofree char *first = ty_date_to_record (from);
  g_autofree char *last = ty_date_to_record (until);

  self->from = from;
  self->until = until;
  set_text (&self->period_label, label);
  gtk_editable_set_text (GTK_EDITABLE (self->from_entry), first);
  gtk_editable_set_text (GTK_EDITABLE (self->until_entry), last);
}

static void
period_chosen_cb (TyHistoryFilters *self,
                  const char       *word,
                  const char       *label,
                  TyFilterButton   *button)
{
  TyDate today = ty_date_today ();

  if (strcmp (word, "today") == 0)
    set_period (self, today, today, label);
  else if (strcmp (word, "week") == 0)
    set_period (self, ty_date_add_days (today, -6), today, label);
  else if (strcmp (word, "month") == 0)
    set_period (self, ty_date_add_days (today, -29), today, label);
  else if (strcmp (word, "year") == 0)
    set_period (self, ty_date_new (today.year, 1, 1), today, label);
  else
    set_period (self, TY_DATE_NONE, TY_DATE_NONE, NULL);
  tell_changed (self);
}

static gboolean
read_day (GtkEntry *entry,
          TyDate   *day)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean good;

  *day = TY_DATE_NONE;
  good = *text == '\0' || (ty_date_parse_record (text, day, NULL, NULL) && ty_date_is_known (*day));
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return good;
}

/* A month stands for its first day at the beginning, and for its last day at the end. */
static TyDate
last_day_of (TyDate date)
{
  TyDate next = date;

  if (!ty_date_is_known (date) || date.day != 0)
    return date;
  if (date.month == 0 || date.month == 12)
    next = ty_date_new (date.year + 1u, 1, 1);
  else
    next = ty_date_new (date.year, date.month + 1u, 1);
  return ty_date_add_days (next, -1);
}

static void
days_activate_cb (TyHistoryFilters *self,
                  GtkWidget        *widget)
{
  TyDate from, until;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *label = NULL;

  if (!read_day (self->from_entry, &from) || !read_day (self->until_entry, &until))
    return;

  if (ty_date_is_known (from) && from.day == 0)
    from = ty_date_from_days (ty_date_to_days (from));
  until = last_day_of (until);
  first = ty_date_to_record (from);
  last = ty_date_to_record (until);
  label = g_strconcat (first, "—", last, NULL);
  set_period (self, from, until, label);
  ty_filter_button_set_value (self->period_button,
                              *first == '\0' && *last == '\0' ? "" : "days", label);
  ty_filter_button_close (self->period_button);
  tell_changed (self);
}

static void
add_periods (TyHistoryFilters *self)
{
  ty_filter_button_clear_choices (self->period_button);
  ty_filter_button_add_choice (self->period_button, "today", C_("period", "Today"), 0);
  ty_filter_button_add_choice (self->period_button, "week", _("Last 7 days"), 0);
  ty_filter_button_add_choice (self->period_button, "month", _("Last 30 days"), 0);
  ty_filter_button_add_choice (self->period_button, "year", _("This year"), 0);
}

/* A person or a unit. */

static void
show_subjects (TyHistoryFilters *self,
               GPtrArray        *subjects)
{
  ty_filter_button_clear_choices (self->subject_button);
  for (guint i = 0; i < subjects->len; i++)
    {
      TyHistorySubject *subject = g_ptr_array_index (subjects, i);
      g_autofree char *word = g_strdup_printf ("%s/%" G_GINT64_FORMAT, subject->kind, subject->id);

      ty_filter_button_add_choice (self->subject_button, word, subject->name, subject->count);
    }
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) subjects = ty_office_find_subjects_finish (TY_OFFICE (source), result, &error);

  /* What cannot be read leaves nothing to choose; the list itself says what is wrong with the file. */
  if (subjects != NULL)
    show_subjects (TY_HISTORY_FILTERS (user_data), subjects);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("Nobody is found: %s", error->message);
}

static void
find_subjects (TyHistoryFilters *self)
{
  if (self->finding != NULL)
    g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  if (self->office == NULL || !ty_office_is_open (self->office))
    return;

  self->finding = g_cancellable_new ();
  ty_office_find_subjects_async (self->office,
                                 gtk_editable_get_text (GTK_EDITABLE (self->subject_search)),
                                 N_SUBJECTS, self->finding, found_cb, self);
}

static void
subject_search_changed_cb (TyHistoryFilters *self,
                           GtkSearchEntry   *search)
{
  find_subjects (self);
}

static void
subject_search_map_cb (TyHistoryFilters *self,
                       GtkSearchEntry   *search)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  gtk_widget_grab_focus (GTK_WIDGET (search));
  find_subjects (self);
}

static void
subject_search_activate_cb (TyHistoryFilters *self,
                            GtkSearchEntry   *search)
{
  ty_filter_button_choose_first (self->subject_button);
}

static void
subject_search_stop_cb (TyHistoryFilters *self,
                        GtkSearchEntry   *search)
{
  ty_filter_button_close (self->subject_button);
}

static void
subject_chosen_cb (TyHistoryFilters *self,
                   const char       *word,
                   const char       *label,
                   TyFilterButton   *button)
{
  const char *slash = strchr (word, '/');
  gint64 id = slash != NULL ? g_ascii_strtoll (slash + 1, NULL, 10) : 0;

  self->person = g_str_has_prefix (word, "person/") ? id : 0;
  self->unit = g_str_has_prefix (word, "unit/") ? id : 0;
  set_text (&self->subject_label, id != 0 ? label : NULL);
  tell_changed (self);
}

/* Words. */

static void
search_changed_cb (TyHistoryFilters *self,
                   GtkSearchEntry   *search)
{
  tell_changed (self);
}

static void
stop_search_cb (TyHistoryFilters *self,
                GtkSearchEntry   *search)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  g_signal_emit (self, signals[SIGNAL_LEAVE_SEARCH], 0, FALSE);
}

static void
search_activate_cb (TyHistoryFilters *self,
                    GtkSearchEntry   *search)
{
  g_signal_emit (self, signals[SIGNAL_LEAVE_SEARCH], 0, TRUE);
}

static void
clear_clicked_cb (TyHistoryFilters *self,
                  GtkButton        *button)
{
  ty_history_filters_clear (self);
}

static void
ty_history_filters_dispose (GObject *object)
{
  TyHistoryFilters *self = TY_HISTORY_FILTERS (object);

  if (self->finding != NULL)
    g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_history_filters_parent_class)->dispose (object);
}

static void
ty_history_filters_finalize (GObject *object)
{
  TyHistoryFilters *self = TY_HISTORY_FILTERS (object);

  g_free (self->kind);
  g_free (self->user);
  g_free (self->period_label);
  g_free (self->subject_label);

  G_OBJECT_CLASS (ty_history_filters_parent_class)->finalize (object);
}

static void
ty_history_filters_class_init (TyHistoryFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_history_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_history_filters_finalize;

  /**
   * TyHistoryFilters::changed:
   * @self: the filters
   *
   * Something else is asked.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_HISTORY_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TyHistoryFilters::leave-search:
   * @self: the filters
   * @to_first: whether the first that matches is wanted
   */
  signals[SIGNAL_LEAVE_SEARCH] = g_signal_new ("leave-search", TY_TYPE_HISTORY_FILTERS,
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-history-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, TyHistoryFilters, search);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryFilters, kind_button);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryFilters, user_button);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryFilters, period_button);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryFilters, subject_button);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryFilters, subject_search);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryFilters, from_entry);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryFilters, until_entry);
  gtk_widget_class_bind_template_child (widget_class, TyHistoryFilters, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, user_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_search_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
ty_history_filters_init (TyHistoryFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_periods (self);
  gtk_widget_set_visible (self->clear_button, FALSE);
}

/**
 * ty_history_filters_set_office:
 * @self: the filters
 * @office: (nullable): whose persons and units can be chosen
 *
 * What was asked of another file is forgotten.
 */
void
ty_history_filters_set_office (TyHistoryFilters *self,
                               TyOffice         *office)
{
  g_return_if_fail (TY_IS_HISTORY_FILTERS (self));

  if (g_set_object (&self->office, office) && ty_history_filters_is_filtered (self))
    ty_history_filters_clear (self);
}

/**
 * ty_history_filters_get:
 * @self: the filters
 * @filter: (out caller-allocates): what is asked; its texts belong to @self
 */
void
ty_history_filters_get (TyHistoryFilters *self,
                        TyHistoryFilter  *filter)
{
  g_return_if_fail (TY_IS_HISTORY_FILTERS (self));

  *filter = (TyHistoryFilter) {
    .text = get_search (self),
    .person = self->person,
    .unit = self->unit,
    .kind = self->kind,
    .user = self->user,
    .from = self->from,
    .until = self->until,
  };
}

/**
 * ty_history_filters_show_counts:
 * @self: the filters
 * @index: the answer to what was asked
 *
 * Shows what each kind and user would leave.
 */
void
ty_history_filters_show_counts (TyHistoryFilters *self,
                                TyHistoryIndex   *index)
{
  g_return_if_fail (TY_IS_HISTORY_FILTERS (self));

  ty_filter_button_clear_choices (self->kind_button);
  for (guint i = 0; i < index->kinds->len; i++)
    {
      const TyHistoryFacet *facet = g_ptr_array_index (index->kinds, i);
      g_autofree char *label = dup_kind_label (facet->word);

      ty_filter_button_add_choice (self->kind_button, facet->word, label, facet->count);
    }

  ty_filter_button_clear_choices (self->user_button);
  for (guint i = 0; i < index->users->len; i++)
    {
      const TyHistoryFacet *facet = g_ptr_array_index (index->users, i);

      ty_filter_button_add_choice (self->user_button, facet->word, facet->word, facet->count);
    }
}

/**
 * ty_history_filters_is_filtered:
 * @self: the filters
 *
 * Returns: whether anything is asked
 */
gboolean
ty_history_filters_is_filtered (TyHistoryFilters *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_FILTERS (self), FALSE);

  return *get_search (self) != '\0' || self->kind != NULL || self->user != NULL
         || self->period_label != NULL || self->subject_label != NULL;
}

static void
append_filter (GString    *text,
               const char *title,
               const char *value)
{
  g_autofree char *part = NULL;

  if (value == NULL || *value == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, ty_words_get_separator ());
  /* Translators: what a filter is about, and what is chosen */
  part = g_strdup_printf (C_("filter", "%s: %s"), title, value);
  g_string_append (text, part);
}

/**
 * ty_history_filters_dup_description:
 * @self: the filters
 *
 * Returns: (transfer full): the names of all that is asked
 */
char *
ty_history_filters_dup_description (TyHistoryFilters *self)
{
  g_autofree char *kind = self->kind != NULL ? dup_kind_label (self->kind) : NULL;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (TY_IS_HISTORY_FILTERS (self), NULL);

  append_filter (text, _("Search"), get_search (self));
  append_filter (text, C_("filter", "Action"), kind);
  append_filter (text, C_("filter", "User"), self->user);
  append_filter (text, C_("filter", "Period"), self->period_label);
  append_filter (text, C_("filter", "Person or unit"), self->subject_label);
  return g_string_free (text, FALSE);
}

/**
 * ty_history_filters_clear:
 * @self: the filters
 *
 * Asks for everything.
 */
void
ty_history_filters_clear (TyHistoryFilters *self)
{
  g_return_if_fail (TY_IS_HISTORY_FILTERS (self));

  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->subject_label, g_free);
  self->person = 0;
  self->unit = 0;
  set_period (self, TY_DATE_NONE, TY_DATE_NONE, NULL);
  ty_filter_button_set_value (self->kind_button, "", NULL);
  ty_filter_button_set_value (self->user_button, "", NULL);
  ty_filter_button_set_value (self->period_button, "", NULL);
  ty_filter_button_set_value (self->subject_button, "", NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  tell_changed (self);
}

/**
 * ty_history_filters_focus:
 * @self: the filters
 *
 * Gives the focus to the search entry.
 */
void
ty_history_filters_focus (TyHistoryFilters *self)
{
  g_return_if_fail (TY_IS_HISTORY_FILTERS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
