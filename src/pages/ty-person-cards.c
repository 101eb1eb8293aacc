/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-cards"

#include "config.h"

#include "ty-person-cards.h"

#include "ty-appointment.h"
#include "ty-attachments-card.h"
#include "ty-background.h"
#include "ty-check-entry.h"
#include "ty-completeness.h"
#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-education.h"
#include "ty-fact-grid.h"
#include "ty-family-member.h"
#include "ty-format.h"
#include "ty-honour.h"
#include "ty-mask.h"
#include "ty-mentor.h"
#include "ty-penalty.h"
#include "ty-person-history-card.h"
#include "ty-person-mandates-card.h"
#include "ty-person-pairing-cards.h"
#include "ty-person-work-cards.h"
#include "ty-reserve.h"
#include "ty-resume-entry.h"
#include "ty-row-grid.h"
#include "ty-text.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>

#define COLUMN_GAP 18 /* pixels, between the two columns of the basic information */

#define N_PROBLEMS 8 /* that are told at once */

static const char *
text_of (gpointer record,
         guint    field)
{
  const char *text = ty_record_get_text (record, field);

  return text != NULL ? text : "";
}

static char *
month_of (gpointer record,
          guint    field)
{
  return ty_format_month (ty_record_get_date (record, field));
}

/* The label of a code, or what was written where no code fits. */
static char *
code_or_text (gpointer record,
              guint    code,
              guint    text)
{
  const TyRecordInfo *info = ty_record_get_info (record);
  g_autofree char *label = ty_format_code (info->fields[code].code_list,
                                           ty_record_get_text (record, code));

  return *label != '\0' ? g_steal_pointer (&label) : g_strdup (text_of (record, text));
}

static void
add_code (TyFactGrid *grid,
          gpointer    record,
          guint       field)
{
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[field];
  g_autofree char *label = ty_format_code (info->code_list, ty_record_get_text (record, field));

  ty_fact_grid_add (grid, _(info->label), label);
}

static void
add_text (TyFactGrid *grid,
          gpointer    record,
          guint       field)
{
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[field];

  ty_fact_grid_add (grid, _(info->label), ty_record_get_text (record, field));
}

static void
add_month (TyFactGrid *grid,
           gpointer    record,
           guint       field)
{
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[field];
  g_autofree char *month = month_of (record, field);

  ty_fact_grid_add (grid, _(info->label), month);
}

static GtkWidget *
make_link (const char *label,
           const char *action,
           guint       field,
           const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* A sensitive field stands masked, with a link that shows it; once it is shown, with one that copies it. */
static void
add_masked (TyFactGrid *grid,
            gpointer    record,
            guint       field,
            TyRevealed  revealed)
{
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[field];
  const char *value = ty_record_get_text (record, field);
  gboolean shown = (revealed & TY_REVEALED_FIELD (field)) != 0;
  g_autofree char *text = shown ? g_strdup (value) : ty_mask_apply (info, value);
  g_autofree char *name = NULL;
  GtkWidget *box, *label;

  if (value == NULL || *value == '\0')
    return;

  box = ty_wrap_box_new (4);
  g_object_set (box, "line-spacing", 0, NULL);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* What is masked is short, and a number in two lines is hard to read. */
  gtk_label_set_wrap (GTK_LABEL (label), shown);
  gtk_widget_add_css_class (label, "numeric");
  /* Translators: what a screen reader says for a button: “Show: ID number”. */
  name = g_strdup_printf (shown ? _("Copy: %s") : _("Show: %s"), _(info->label));
  ty_wrap_box_append (TY_WRAP_BOX (box), label);
  ty_wrap_box_append (TY_WRAP_BOX (box),
                      make_link (shown ? _("Copy") : _("Show"), shown ? "person.copy" : "person.reveal", field,
                                 name));
  ty_fact_grid_add_widget (grid, _(info->label), box);
}

/* What should be there and is not, is named at its place. */
static void
add_missing (TyFactGrid   *grid,
             TyPersonFile *file)
{
  TyCompleteness found = ty_completeness_find (file);

  for (guint i = 0; i < TY_N_EXPECTED; i++)
    {
      GtkWidget *label;

      if ((found.missing & 1u << i) == 0 || ty_expected_get_field (i) == G_MAXUINT)
        continue;
      label = gtk_label_new (_("not filled in"));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "ty-warn");
      ty_fact_grid_add_widget (grid, ty_expected_get_label (i), label);
    }
}

/* What is short at the left, what is masked or a sentence at the right. */
static GtkWidget *
build_basics (TyPersonFile *file,
              TyRevealed    revealed)
{
  TyPerson *person = file->person;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, COLUMN_GAP);
  TyFactGrid *left = TY_FACT_GRID (ty_fact_grid_new (1));
  TyFactGrid *right = TY_FACT_GRID (ty_fact_grid_new (1));
  g_autofree char *political = code_or_text (person, TY_PERSON_POLITICAL, TY_PERSON_POLITICAL_TEXT);

  add_text (left, person, TY_PERSON_NATIVE_PLACE);
  ty_fact_grid_add (left, _("Political status"), political);
  add_month (left, person, TY_PERSON_PARTY_DATE);
  add_code (left, person, TY_PERSON_HEALTH);
  add_code (left, person, TY_PERSON_MARITAL);
  add_text (left, person, TY_PERSON_BIRTH_PLACE);
  add_month (left, person, TY_PERSON_WORK_DATE);
  add_missing (left, file);
  add_masked (right, person, TY_PERSON_ID_NUMBER, revealed);
  add_masked (right, person, TY_PERSON_PHONE, revealed);
  ty_fact_grid_add (right, _("Background"), file->sources);
  add_text (right, person, TY_PERSON_SKILL);
  add_masked (right, person, TY_PERSON_ADDRESS, revealed);
  add_text (right, person, TY_PERSON_NOTE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (left));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (right));
  return box;
}

/* At the end of each row, the way to its form. */
static void
add_edit_button (GtkWidget       *grid,
                 TyPersonSection  section,
                 guint            index)
{
  ty_row_grid_add_button (TY_ROW_GRID (grid), ty_person_section_get_edit_label (section), "person.edit-row",
                          g_variant_new ("(uu)", (guint) section, index));
}

static gboolean
has_filing (TyPersonFile *file)
{
  for (guint i = 0; i < file->posts->len; i++)
    if (((TyPost *) g_ptr_array_index (file->posts, i))->filing != NULL)
      return TRUE;

  return FALSE;
}

/* The unit of all posts, where they are of one: then the head says it, and not every row. */
static const char *
find_only_unit (TyPersonFile *file)
{
  const TyPost *first = g_ptr_array_index (file->posts, 0);

  for (guint i = 1; i < file->posts->len; i++)
    if (!g_str_equal (((TyPost *) g_ptr_array_index (file->posts, i))->unit_name, first->unit_name))
      return NULL;

  return first->unit_name;
}

/* The last columns are left out where they would say nothing, or nothing new. */
static void
add_post (TyRowGrid *grid,
          TyPost    *post,
          gboolean   filing,
          gboolean   unit)
{
  g_autofree char *from = ty_format_month (post->from);
  g_autofree char *until = ty_format_month (post->until);
  const char *texts[] = { post->post_label, from, ty_date_is_known (post->until) ? until : _("now"),
                          post->how != NULL ? post->how : "", NULL, NULL, NULL };
  guint n = 4;

  if (unit)
    texts[n++] = post->unit_name;
  if (filing)
    texts[n++] = post->filing != NULL ? post->filing : "";

  ty_row_grid_add (grid, FALSE, texts);
  if (!post->current)
    ty_row_grid_dim_last (grid);
}

static GtkWidget *
build_posts (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();
  gboolean filing = has_filing (file);
  gboolean unit = find_only_unit (file) == NULL;
  const char *headings[] = { _("Post"), C_("begin", "From"), C_("end", "Until"), _("How"),
                             NULL, NULL, NULL };
  guint n = 4;

  if (unit)
    headings[n++] = _("Unit");
  if (filing)
    headings[n++] = _("Filing number");
  ty_row_grid_add (TY_ROW_GRID (grid), TRUE, headings);
  for (guint i = 0; i < file->posts->len; i++)
    {
      add_post (TY_ROW_GRID (grid), g_ptr_array_index (file->posts, i), filing, unit);
      add_edit_button (grid, TY_PERSON_SECTION_POSTS, i);
    }
  return grid;
}

static GtkWidget *
build_resume (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->resume->len; i++)
    {
      gpointer entry = g_ptr_array_index (file->resume, i);
      g_autofree char *range = NULL;
      const char *texts[] = { NULL, text_of (entry, TY_RESUME_ENTRY_TEXT), NULL };

      range = ty_format_range (ty_record_get_date (entry, TY_RESUME_ENTRY_FROM_DATE),
                               ty_record_get_date (entry, TY_RESUME_ENTRY_UNTIL_DATE));
      texts[0] = range;
      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      add_edit_button (grid, TY_PERSON_SECTION_RESUME, i);
    }
  return grid;
}

static GtkWidget *
build_education (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->educations->len; i++)
    {
      gpointer education = g_ptr_array_index (file->educations, i);
      g_autofree char *mode = ty_format_code ("education_mode",
                                              ty_record_get_text (education, TY_EDUCATION_MODE));
      g_autofree char *level = code_or_text (education, TY_EDUCATION_LEVEL,
                                             TY_EDUCATION_LEVEL_TEXT);
      g_autofree char *degree = ty_format_code ("degree",
                                                ty_record_get_text (education,
                                                                    TY_EDUCATION_DEGREE));
      g_autofree char *until = month_of (education, TY_EDUCATION_UNTIL_DATE);
      g_autofree char *what = g_strjoin (*degree != '\0' ? "　" : "", level, degree, NULL);
      const char *texts[] = { mode, what, until, text_of (education, TY_EDUCATION_SCHOOL), NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      add_edit_button (grid, TY_PERSON_SECTION_EDUCATION, i);
    }
  return grid;
}

/* A field of a row as it may be seen. */
static char *
dup_shown (gpointer record,
           guint    field,
           gboolean shown)
{
  return shown ? g_strdup (text_of (record, field))
               : ty_mask_apply (&ty_record_get_info (record)->fields[field], text_of (record, field));
}

static GtkWidget *
build_family (TyPersonFile *file,
              TyRevealed    revealed)
{
  gboolean shown = (revealed & TY_REVEALED_SECTION (TY_PERSON_SECTION_FAMILY)) != 0;
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->family->len; i++)
    {
      gpointer member = g_ptr_array_index (file->family, i);
      g_autofree char *relation = ty_format_code ("kinship",
                                                  ty_record_get_text (member,
                                                                      TY_FAMILY_MEMBER_RELATION));
      g_autofree char *birth = month_of (member, TY_FAMILY_MEMBER_BIRTH);
      g_autofree char *political = ty_format_code ("political",
                                                   ty_record_get_text (member,
                                                                       TY_FAMILY_MEMBER_POLITICAL));
      g_autofree char *name = dup_shown (member, TY_FAMILY_MEMBER_NAME, shown);
      g_autofree char *occupation = dup_shown (member, TY_FAMILY_MEMBER_OCCUPATION, shown);
      const char *texts[] = { relation, name, birth, political, occupation, NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      add_edit_button (grid, TY_PERSON_SECTION_FAMILY, i);
    }
  return grid;
}

static GtkWidget *
build_honours (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->honours->len; i++)
    {
      gpointer honour = g_ptr_array_index (file->honours, i);
      g_autofree char *date = month_of (honour, TY_HONOUR_DATE);
      const char *texts[] = { date, text_of (honour, TY_HONOUR_TITLE),
                              text_of (honour, TY_HONOUR_GRANTED_BY), NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      add_edit_button (grid, TY_PERSON_SECTION_HONOURS, i);
    }
  return grid;
}

/* Until when it is in effect (影响期) decides on what may be done with somebody. */
static GtkWidget *
build_penalties (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->penalties->len; i++)
    {
      gpointer penalty = g_ptr_array_index (file->penalties, i);
      TyDate until_date = ty_record_get_date (penalty, TY_PENALTY_UNTIL_DATE);
      g_autofree char *date = month_of (penalty, TY_PENALTY_DATE);
      g_autofree char *until = month_of (penalty, TY_PENALTY_UNTIL_DATE);
      /* Translators: of a penalty: the month in which its effect ends, such as 2022.03 */
      g_autofree char *effect = *until != '\0' ? g_strdup_printf (_("in effect until %s"), until)
                                               : g_strdup ("");
      const char *texts[] = { date, text_of (penalty, TY_PENALTY_TITLE),
                              text_of (penalty, TY_PENALTY_REASON),
                              text_of (penalty, TY_PENALTY_DECIDED_BY), effect, NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      if (ty_date_is_known (until_date) && ty_date_compare (until_date, ty_date_today ()) <= 0)
        ty_row_grid_dim_last (TY_ROW_GRID (grid));
      add_edit_button (grid, TY_PERSON_SECTION_PENALTIES, i);
    }
  return grid;
}

static GtkWidget *
build_backgrounds (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->backgrounds->len; i++)
    {
      gpointer background = g_ptr_array_index (file->backgrounds, i);
      g_autofree char *source = ty_format_code ("source",
                                                ty_record_get_text (background,
                                                                    TY_BACKGROUND_SOURCE));
      const char *texts[] = { source, NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      add_edit_button (grid, TY_PERSON_SECTION_BACKGROUNDS, i);
    }
  return grid;
}

static char *
format_period (gpointer record,
               guint    from,
               guint    until)
{
  return ty_format_range (ty_record_get_date (record, from), ty_record_get_date (record, until));
}

static GtkWidget *
build_pools (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->reserves->len; i++)
    {
      gpointer reserve = g_ptr_array_index (file->reserves, i);
      g_autofree char *period = format_period (reserve, TY_RESERVE_FROM_DATE, TY_RESERVE_UNTIL_DATE);
      g_autofree char *post = ty_format_code ("post", ty_record_get_text (reserve, TY_RESERVE_POST));
      gint64 unit = ty_record_get_integer (reserve, TY_RESERVE_UNIT);
      const char *texts[] = { period, post, ty_person_file_get_unit_name (file, unit), NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      add_edit_button (grid, TY_PERSON_SECTION_POOLS, i);
    }
  return grid;
}

static GtkWidget *
build_guidance (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->mentors->len; i++)
    {
      gpointer mentor = g_ptr_array_index (file->mentors, i);
      g_autofree char *period = format_period (mentor, TY_MENTOR_FROM_DATE, TY_MENTOR_UNTIL_DATE);
      g_autofree char *level = ty_format_code ("unit_level",
                                               ty_record_get_text (mentor, TY_MENTOR_LEVEL));
      gint64 unit = ty_record_get_integer (mentor, TY_MENTOR_UNIT);
      const char *texts[] = { period, level, ty_person_file_get_unit_name (file, unit), NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      add_edit_button (grid, TY_PERSON_SECTION_GUIDANCE, i);
    }
  return grid;
}

/* A field that is empty is named too: what the county wants to know is asked of everybody. */
static void
add_own (TyFactGrid    *grid,
         TyCustomField *field,
         TyRecord      *value,
         gboolean       shown)
{
  const char *text = value != NULL ? ty_record_get_text (value, TY_CUSTOM_VALUE_VALUE) : NULL;
  g_autofree char *words = shown ? ty_custom_field_dup_shown (field, text)
                                 : ty_custom_field_dup_masked (field, text);
  GtkWidget *label;

  if (text != NULL)
    {
      ty_fact_grid_add (grid, ty_custom_field_get_name (field), words);
      return;
    }

  label = gtk_label_new (_("not filled in"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  ty_fact_grid_add_widget (grid, ty_custom_field_get_name (field), label);
}

static GtkWidget *
build_own (TyPersonFile *file,
           gboolean      shown)
{
  GtkWidget *grid = ty_fact_grid_new (2);

  for (guint i = 0; i < file->own_fields->len; i++)
    {
      TyCustomField *field = g_ptr_array_index (file->own_fields, i);

      add_own (TY_FACT_GRID (grid), field,
               ty_custom_table_find_value (file->own_values, ty_custom_field_get_key (field)), shown);
    }
  return grid;
}

static GtkWidget *
make_problem_label (const char *text,
                    const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What is wrong, and below it what to do. */
static void
add_problem (GtkGrid      *grid,
             TyCheckEntry *entry,
             int           row)
{
  static const char *const classes[TY_N_SEVERITIES] = { "warn", "outline", "neutral" };
  TySeverity severity = ty_check_entry_get_severity (entry);
  GtkWidget *tag = gtk_label_new (ty_severity_get_label (severity));
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (tag, "ty-tag");
  gtk_widget_add_css_class (tag, classes[severity]);
  gtk_widget_set_valign (tag, GTK_ALIGN_START);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), make_problem_label (ty_check_entry_get_text (entry), NULL));
  gtk_box_append (GTK_BOX (lines),
                  make_problem_label (ty_problem_kind_get_advice (ty_check_entry_get_kind (entry)),
                                      "dim-label"));
  gtk_grid_attach (grid, tag, 0, row, 1, 1);
  gtk_grid_attach (grid, lines, 1, row, 1, 1);
}

static void
more_problems_cb (GtkButton *button,
                  GPtrArray *problems)
{
  GtkWidget *grid = gtk_widget_get_parent (GTK_WIDGET (button));

  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
  for (guint i = N_PROBLEMS; i < problems->len; i++)
    add_problem (GTK_GRID (grid), g_ptr_array_index (problems, i), (int) i + 1);
}

static GtkWidget *
make_more_problems (GPtrArray *problems)
{
  g_autofree char *count = ty_text_format_count (problems->len - N_PROBLEMS);
  g_autofree char *label = g_strdup_printf (_("Show %s more"), count);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_data (button, "clicked", G_CALLBACK (more_problems_cb), g_ptr_array_ref (problems),
                         (GClosureNotify) g_ptr_array_unref, 0);
  return button;
}

/* Of very many the worst, which stand in front, are there at once. */
static GtkWidget *
build_problems (TyPersonFile *file)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < MIN (file->problems->len, N_PROBLEMS); i++)
    add_problem (GTK_GRID (grid), g_ptr_array_index (file->problems, i), (int) i);
  if (file->problems->len > N_PROBLEMS)
    gtk_grid_attach (GTK_GRID (grid), make_more_problems (file->problems), 0, N_PROBLEMS, 2, 1);
  return grid;
}

/**
 * ty_person_card_build:
 * @section: a section with at least one row
 * @file: a person's file
 * @revealed: what is shown without a mask
 *
 * Returns: (transfer floating): what the card of the section holds
 */
GtkWidget *
ty_person_card_build (TyPersonSection  section,
                      TyPersonFile    *file,
                      TyRevealed       revealed)
{
  typedef GtkWidget *(*BuildFunc) (TyPersonFile *file);
  static const BuildFunc builders[TY_N_PERSON_SECTIONS] = {
    [TY_PERSON_SECTION_PROBLEMS] = build_problems,
    [TY_PERSON_SECTION_POSTS] = build_posts,
    [TY_PERSON_SECTION_MANDATES] = ty_person_mandates_build,
    [TY_PERSON_SECTION_RESUME] = build_resume,
    [TY_PERSON_SECTION_POOLS] = build_pools,
    [TY_PERSON_SECTION_GUIDANCE] = build_guidance,
    [TY_PERSON_SECTION_EDUCATION] = build_education,
    [TY_PERSON_SECTION_HONOURS] = build_honours,
    [TY_PERSON_SECTION_PENALTIES] = build_penalties,
    [TY_PERSON_SECTION_RESULTS] = ty_person_results_build,
    [TY_PERSON_SECTION_APPRAISALS] = ty_person_appraisals_build,
    [TY_PERSON_SECTION_TRAINING] = ty_person_training_build,
    [TY_PERSON_SECTION_BACKGROUNDS] = build_backgrounds,
    [TY_PERSON_SECTION_ATTACHMENTS] = ty_attachments_card_new,
    [TY_PERSON_SECTION_HISTORY] = ty_person_history_build,
  };

  if (section == TY_PERSON_SECTION_BASICS)
    return build_basics (file, revealed);
  if (section == TY_PERSON_SECTION_FAMILY)
    return build_family (file, revealed);
  if (section == TY_PERSON_SECTION_OWN)
    return build_own (file, (revealed & TY_REVEALED_SECTION (TY_PERSON_SECTION_OWN)) != 0);

  if (ty_person_pairing_cards_have (section))
    return ty_person_pairing_card_build (section, file);

  return builders[section] (file);
}

/**
 * ty_person_card_dup_caption:
 * @section: a section with at least one row
 * @file: a person's file
 *
 * Returns: (transfer full) (nullable): what stands in the head of the card instead of in every row: the
 *   unit of all posts, where they are of one; the days of training in the year of the cut-off date
 */
char *
ty_person_card_dup_caption (TyPersonSection  section,
                            TyPersonFile    *file)
{
  if (section == TY_PERSON_SECTION_POSTS)
    return g_strdup (find_only_unit (file));

  return section == TY_PERSON_SECTION_TRAINING ? ty_person_training_dup_caption (file) : NULL;
}
