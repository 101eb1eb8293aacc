/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-review"

#include "config.h"

#include "ty-import-review.h"

#include "ty-chip.h"
#include "ty-import-list.h"
#include "ty-office-person.h"
#include "ty-person.h"
#include "ty-tab-stop.h"
#include "ty-text.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * TyImportReview:
 *
 * What tables would change, row by row and field by field, with what is accepted of it. The signal “changed”
 * comes when something else is accepted; “answered” when it was said who somebody is, and the rows have to be
 * compared anew.
 */
struct _TyImportReview
{
  AdwBin parent_instance;

  /* Template */
  TyWrapBox *chips_box;
  GtkSearchEntry *search_entry;
  GtkMenuButton *topics_button;
  GtkBox *topics_box;
  GtkButton *single_button;
  GtkLabel *accepted_label;
  GtkListView *rows_view;
  GtkListView *changes_view;
  GtkWidget *changes_box;
  GtkStack *stack;
  GtkLabel *name_label;
  GtkLabel *place_label;
  GtkLabel *reason_label;
  GtkWidget *who_box;
  GtkDropDown *who_drop;
  GtkLabel *remarks_label;
  GtkWidget *reveal_button;

  /* Owned */
  TyOffice *office;   /* (nullable) */
  TyImportPlan *plan; /* (nullable) */
  TyImportList *rows;
  GListStore *changes;
  GtkSingleSelection *selection;
  GtkWidget *chips[TY_N_IMPORT_STATES]; /* (unowned) */
  gboolean filling;
  guint revealed;     /* the place of the row whose sensitive values are shown, or NOT_REVEALED */
};

#define NOT_REVEALED G_MAXUINT

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyImportReview, ty_import_review, ADW_TYPE_BIN)

static TyImportRow *
get_row (TyImportReview *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? ty_import_item_get_row (TY_IMPORT_ITEM (item)) : NULL;
}

static void
update_counts (TyImportReview *self)
{
  guint n_accepted = ty_import_plan_count_accepted (self->plan);
  g_autofree char *count = ty_text_format_count (n_accepted);
  g_autofree char *all = ty_text_format_count (ty_import_plan_get_n_rows (self->plan));
  g_autofree char *text = g_strdup_printf (ngettext ("%s of %s row will be imported",
                                                     "%s of %s rows will be imported",
                                                     ty_import_plan_get_n_rows (self->plan)), count, all);
  gboolean doubtful = FALSE;

  for (int i = 0; i < TY_N_IMPORT_STATES; i++)
    {
      guint n = ty_import_plan_count (self->plan, i);
      g_autofree char *of_state = ty_text_format_count (n);

      ty_chip_set_count (TY_CHIP (self->chips[i]), of_state);
      gtk_widget_set_visible (self->chips[i],
                              n > 0 || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chips[i])));
    }
  for (guint i = 0; i < ty_import_plan_get_n_rows (self->plan); i++)
    {
      const TyImportRow *row = ty_import_plan_get_row (self->plan, i);

      doubtful |= row->state == TY_IMPORT_STATE_DOUBTFUL && row->twins != NULL && row->twins->len == 1;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->single_button), doubtful);
  gtk_label_set_label (self->accepted_label, text);
}

static void
accepted_changed (TyImportReview *self)
{
  update_counts (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static TyImportReview *
find_review (GtkWidget *widget)
{
  GtkWidget *review = gtk_widget_get_ancestor (widget, TY_TYPE_IMPORT_REVIEW);

  return review != NULL ? TY_IMPORT_REVIEW (review) : NULL;
}

static void
row_toggled_cb (GtkListItem    *list_item,
                GtkCheckButton *button)
{
  TyImportReview *self = find_review (GTK_WIDGET (button));
  gpointer item = gtk_list_item_get_item (list_item);

  if (item == NULL || self == NULL || self->plan == NULL)
    return;
  g_object_set (item, "accepted", gtk_check_button_get_active (button), NULL);
  accepted_changed (self);
}

static void
change_toggled_cb (GtkListItem    *list_item,
                   GtkCheckButton *button)
{
  gpointer item = gtk_list_item_get_item (list_item);

  if (item != NULL)
    g_object_set (item, "accepted", gtk_check_button_get_active (button), NULL);
}

static char *
dup_twin (TyRecord *person)
{
  g_autofree char *birth = ty_date_to_record (ty_record_get_date (person, TY_PERSON_BIRTH));
  const char *place = ty_record_get_text (person, TY_PERSON_NATIVE_PLACE);

  /* Translators: a name, a month of birth, and the native place */
  return g_strdup_printf (_("%s, born %s, from %s"), ty_record_get_text (person, TY_PERSON_NAME),
                          *birth != '\0' ? birth : "—", place != NULL ? place : "—");
}

/* First what cannot be chosen again once it was answered, then everybody who may be meant. */
static void
fill_who (TyImportReview    *self,
          const TyImportRow *row)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = row->answered && row->subject == 0 ? 1 : 0;

  gtk_string_list_append (names, _("(please choose)"));
  gtk_string_list_append (names, _("Somebody new"));
  for (guint i = 0; i < row->twins->len; i++)
    {
      TyRecord *twin = g_ptr_array_index (row->twins, i);
      g_autofree char *text = dup_twin (twin);

      gtk_string_list_append (names, text);
      if (row->answered && ty_record_get_integer (twin, TY_PERSON_ID) == row->subject)
        selected = i + 2;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->who_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->who_drop, selected);
  self->filling = FALSE;
}

static char *
dup_remarks (TyImportReview    *self,
             const TyImportRow *row)
{
  g_autoptr(GPtrArray) problems = ty_import_plan_list_problems (self->plan, row);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const TyImportProblem *problem = g_ptr_array_index (problems, i);

      if (g_strcmp0 (problem->text, row->reason) == 0)
        continue;
      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "\n" : "",
                              problem->heading != NULL ? problem->heading : "",
                              problem->heading != NULL ? " · " : "", problem->text);
    }
  return g_string_free (text, FALSE);
}

static void
show_reason (TyImportReview    *self,
             const TyImportRow *row)
{
  const char *text = row->state == TY_IMPORT_STATE_SAME ? _("The table says what the county file says already.")
                                                        : row->reason;
  GtkWidget *label = GTK_WIDGET (self->reason_label);

  gtk_label_set_label (self->reason_label, text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
  gtk_widget_remove_css_class (label, row->state == TY_IMPORT_STATE_SAME ? "ty-warn" : "dim-label");
  gtk_widget_add_css_class (label, row->state == TY_IMPORT_STATE_SAME ? "dim-label" : "ty-warn");
}

static guint
get_place (TyImportReview *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? ty_import_item_get_place (TY_IMPORT_ITEM (item)) : NOT_REVEALED;
}

/* What is noted when the values of a row are shown, each once: a column of the person, or a table. */
static GPtrArray *
list_masked (const TyImportRow *row)
{
  GPtrArray *what = g_ptr_array_new ();

  for (guint i = 0; row->changes != NULL && i < row->changes->len; i++)
    {
      const TyImportChange *change = &g_array_index (row->changes, TyImportChange, i);
      gpointer word = (gpointer) (change->info == &ty_person_info && change->field != TY_IMPORT_WHOLE_ROW
                                    ? change->info->fields[change->field].column : change->info->table);

      if (change->sensitive && !g_ptr_array_find_with_equal_func (what, word, g_str_equal, NULL))
        g_ptr_array_add (what, word);
    }
  return what;
}

static void
show_row (TyImportReview *self)
{
  TyImportRow *row = self->plan != NULL ? get_row (self) : NULL;
  gboolean revealed = self->revealed != NOT_REVEALED && get_place (self) == self->revealed;
  g_autoptr(GPtrArray) masked = NULL;
  g_autofree char *remarks = NULL;
  g_autofree char *place = NULL;

  g_list_store_remove_all (self->changes);
  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "row" : "none");
  if (row == NULL)
    return;

  place = ty_import_row_dup_place (row);
  remarks = dup_remarks (self, row);
  gtk_label_set_label (self->name_label, row->name != NULL ? row->name : "—");
  gtk_label_set_label (self->place_label, place);
  for (guint i = 0; row->changes != NULL && i < row->changes->len; i++)
    {
      g_autoptr(TyImportChangeItem) change = ty_import_change_item_new (self->plan, row, i, revealed);

      g_list_store_append (self->changes, change);
    }
  masked = list_masked (row);
  gtk_widget_set_visible (self->reveal_button, masked->len > 0 && !revealed);
  gtk_widget_set_visible (self->changes_box, row->changes != NULL);
  gtk_label_set_label (self->remarks_label, remarks);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_label), *remarks != '\0');
  show_reason (self, row);
  gtk_widget_set_visible (self->who_box, row->twins != NULL);
  if (row->twins != NULL)
    fill_who (self, row);
}

/* The values of one row that are about to be shown. */
typedef struct
{
  TyImportReview *self; /* (owned) */
  guint place;
  guint n_pending;
  gboolean failed;
} Reveal;

static void
reveal_end (Reveal *reveal)
{
  TyImportReview *self = reveal->self;

  if (--reveal->n_pending > 0)
    return;
  if (!reveal->failed && self->plan != NULL && get_place (self) == reveal->place)
    {
      self->revealed = reveal->place;
      show_row (self);
    }
  g_object_unref (self);
  g_free (reveal);
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Reveal *reveal = user_data;
  g_autoptr(GError) error = NULL;

  if (!ty_office_note_shown_finish (TY_OFFICE (source), result, &error))
    {
      reveal->failed = TRUE;
      gtk_label_set_label (reveal->self->remarks_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (reveal->self->remarks_label), TRUE);
    }
  reveal_end (reveal);
}

/* What is shown of somebody in the county file is noted first; whom the table alone knows is nobody yet. */
static void
reveal_cb (TyImportReview *self)
{
  TyImportRow *row = self->plan != NULL ? get_row (self) : NULL;
  g_autoptr(GPtrArray) what = row != NULL ? list_masked (row) : NULL;
  Reveal *reveal;

  if (row == NULL)
    return;

  reveal = g_new0 (Reveal, 1);
  reveal->self = g_object_ref (self);
  reveal->place = get_place (self);
  reveal->n_pending = 1;
  for (guint i = 0; row->subject != 0 && self->office != NULL && i < what->len; i++)
    {
      reveal->n_pending++;
      ty_office_note_shown_async (self->office, row->subject, g_ptr_array_index (what, i), noted_cb, reveal);
    }
  reveal_end (reveal);
}

static void
selected_cb (TyImportReview *self)
{
  show_row (self);
}

static void
answered (TyImportReview *self)
{
  /* The answer makes the changes anew. */
  g_list_store_remove_all (self->changes);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
who_cb (TyImportReview *self)
{
  guint selected = gtk_drop_down_get_selected (self->who_drop);
  gpointer item = gtk_single_selection_get_selected_item (self->selection);
  TyImportRow *row;
  gint64 person = 0;

  if (self->filling || item == NULL || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;

  row = ty_import_item_get_row (TY_IMPORT_ITEM (item));
  if (selected >= 2)
    person = ty_record_get_integer (g_ptr_array_index (row->twins, selected - 2), TY_PERSON_ID);
  if (ty_import_plan_answer (self->plan, ty_import_item_get_place (TY_IMPORT_ITEM (item)), person))
    answered (self);
}

static void
single_cb (TyImportReview *self)
{
  if (self->plan != NULL && ty_import_plan_answer_single (self->plan) > 0)
    answered (self);
}

static void
search_cb (TyImportReview *self)
{
  ty_import_list_set_search (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
accept_cb (TyImportReview *self)
{
  ty_import_list_set_accepted (self->rows, TRUE);
  accepted_changed (self);
}

static void
refuse_cb (TyImportReview *self)
{
  ty_import_list_set_accepted (self->rows, FALSE);
  accepted_changed (self);
}

/* At most one chip is pressed; without one all rows are shown. */
static void
show_state (TyImportReview *self,
            int             state)
{
  self->filling = TRUE;
  for (int i = 0; i < TY_N_IMPORT_STATES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[i]), i == state);
  self->filling = FALSE;
  ty_import_list_set_state (self->rows, state);
}

static void
chip_cb (TyImportReview  *self,
         GParamSpec      *pspec,
         GtkToggleButton *chip)
{
  int state = -1;

  if (self->filling)
    return;
  for (int i = 0; i < TY_N_IMPORT_STATES; i++)
    if (gtk_toggle_button_get_active (chip) && self->chips[i] == GTK_WIDGET (chip))
      state = i;
  show_state (self, state);
}

static void
topic_toggled_cb (TyImportReview *self,
                  GtkCheckButton *button)
{
  const TyImportTopic *topic = g_object_get_data (G_OBJECT (button), "topic");

  ty_import_plan_accept_topic (self->plan, topic, gtk_check_button_get_active (button));
  show_row (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_topic (TyImportReview      *self,
           const TyImportTopic *topic)
{
  g_autofree char *count = ty_text_format_count (topic->n);
  /* Translators: a field, and how many rows would change it */
  g_autofree char *label = g_strdup_printf (_("%s (%s)"), topic->label, count);
  GtkWidget *button = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), topic->n_accepted > 0);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (button),
                                     topic->n_accepted > 0 && topic->n_accepted < topic->n);
  g_object_set_data_full (G_OBJECT (button), "topic", g_memdup2 (topic, sizeof *topic), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (topic_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->topics_box, button);
}

static void
topics_shown_cb (TyImportReview *self)
{
  g_autoptr(GArray) topics = self->plan != NULL ? ty_import_plan_list_topics (self->plan) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->topics_box))) != NULL)
    gtk_box_remove (self->topics_box, child);
  for (guint i = 0; topics != NULL && i < topics->len; i++)
    add_topic (self, &g_array_index (topics, TyImportTopic, i));
}

static void
ty_import_review_dispose (GObject *object)
{
  TyImportReview *self = TY_IMPORT_REVIEW (object);

  if (self->rows_view != NULL)
    gtk_list_view_set_model (self->rows_view, NULL);
  if (self->changes_view != NULL)
    gtk_list_view_set_model (self->changes_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_IMPORT_REVIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->changes);
  g_clear_object (&self->office);
  g_clear_pointer (&self->plan, ty_import_plan_unref);

  G_OBJECT_CLASS (ty_import_review_parent_class)->dispose (object);
}

static void
ty_import_review_class_init (TyImportReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_import_review_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_IMPORT_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", TY_TYPE_IMPORT_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-import-review.ui");
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, chips_box);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, topics_button);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, topics_box);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, single_button);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, accepted_label);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, rows_view);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, changes_view);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, changes_box);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, stack);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, name_label);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, place_label);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, reason_label);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, who_box);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, who_drop);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, remarks_label);
  gtk_widget_class_bind_template_child (widget_class, TyImportReview, reveal_button);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_cb);
  gtk_widget_class_bind_template_callback (widget_class, single_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, refuse_cb);
  gtk_widget_class_bind_template_callback (widget_class, topics_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_toggled_cb);
}

static void
add_chips (TyImportReview *self)
{
  for (int state = 0; state < TY_N_IMPORT_STATES; state++)
    {
      self->chips[state] = ty_chip_new (ty_import_state_get_label (state));
      ty_wrap_box_append (self->chips_box, self->chips[state]);
      g_signal_connect_object (self->chips[state], "notify::active", G_CALLBACK (chip_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
ty_import_review_init (TyImportReview *self)
{
  g_autoptr(GtkNoSelection) changes = NULL;

  g_type_ensure (TY_TYPE_IMPORT_ITEM);
  g_type_ensure (TY_TYPE_IMPORT_CHANGE_ITEM);
  g_type_ensure (TY_TYPE_TAB_STOP);
  g_type_ensure (TY_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = ty_import_list_new ();
  self->changes = g_list_store_new (TY_TYPE_IMPORT_CHANGE_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->rows_view, GTK_SELECTION_MODEL (self->selection));
  changes = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->changes)));
  gtk_list_view_set_model (self->changes_view, GTK_SELECTION_MODEL (changes));
  add_chips (self);
}

/**
 * ty_import_review_set_plan:
 * @self: the review
 * @office: the office of the plan, which notes whose sensitive values are shown
 * @plan: (nullable): a plan
 *
 * Shows what a plan would change.
 */
void
ty_import_review_set_plan (TyImportReview *self,
                           TyOffice       *office,
                           TyImportPlan   *plan)
{
  g_return_if_fail (TY_IS_IMPORT_REVIEW (self));

  self->revealed = NOT_REVEALED;
  g_set_object (&self->office, office);

  g_list_store_remove_all (self->changes);
  ty_import_list_set_plan (self->rows, NULL);
  g_clear_pointer (&self->plan, ty_import_plan_unref);
  if (plan == NULL)
    return;

  self->plan = ty_import_plan_ref (plan);
  ty_import_list_set_plan (self->rows, plan);
  show_state (self, -1);
  update_counts (self);
  show_row (self);
}

/**
 * ty_import_review_update:
 * @self: the review
 *
 * Shows rows that were compared anew.
 */
void
ty_import_review_update (TyImportReview *self)
{
  g_return_if_fail (TY_IS_IMPORT_REVIEW (self));

  ty_import_list_update (self->rows);
  update_counts (self);
  show_row (self);
}

/**
 * ty_import_review_grab_focus:
 * @self: the review
 *
 * Gives the focus to the list of rows.
 */
void
ty_import_review_grab_focus (TyImportReview *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->rows_view));
}

/**
 * ty_import_review_add_state:
 * @self: rows
 * @state: what stands in a form
 *
 * Adds who somebody is said to be, and what is to be taken over.
 */
void
ty_import_review_add_state (TyImportReview *self,
                            GString        *state)
{
  g_return_if_fail (TY_IS_IMPORT_REVIEW (self) && state != NULL);

  for (guint i = 0; self->plan != NULL && i < ty_import_plan_get_n_rows (self->plan); i++)
    {
      const TyImportRow *row = ty_import_plan_get_row (self->plan, i);

      g_string_append_printf (state, "%d%d%" G_GINT64_FORMAT " ", row->accepted, row->answered, row->subject);
      for (guint j = 0; row->changes != NULL && j < row->changes->len; j++)
        g_string_append_c (state, g_array_index (row->changes, TyImportChange, j).accepted ? '1' : '0');
    }
}
