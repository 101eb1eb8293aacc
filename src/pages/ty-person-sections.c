/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-sections"

#include "config.h"

#include "ty-person-sections.h"

#include "ty-action.h"
#include "ty-annual-result.h"
#include "ty-completeness.h"
#include "ty-education.h"
#include "ty-fact-grid.h"
#include "ty-family-member.h"
#include "ty-format.h"
#include "ty-honour.h"
#include "ty-resume-entry.h"
#include "ty-row-grid.h"
#include "ty-section.h"
#include "ty-text.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>

static const char * const titles[TY_N_PERSON_SECTIONS] = {
  [TY_PERSON_SECTION_BASICS] = N_("Basic information"),
  [TY_PERSON_SECTION_POSTS] = N_("Posts"),
  [TY_PERSON_SECTION_RESUME] = N_("Résumé"),
  [TY_PERSON_SECTION_EDUCATION] = N_("Education and degrees"),
  [TY_PERSON_SECTION_FAMILY] = N_("Family members"),
  [TY_PERSON_SECTION_HONOURS] = N_("Honours and penalties"),
  [TY_PERSON_SECTION_RESULTS] = N_("Annual assessment"),
  [TY_PERSON_SECTION_HISTORY] = N_("History of the record"),
};

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

/* A sensitive field stands masked, with a link that shows it. */
static void
add_masked (TyFactGrid *grid,
            gpointer    record,
            guint       field,
            char      *(*mask) (const char *text),
            guint       revealed)
{
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[field];
  const char *value = ty_record_get_text (record, field);
  GtkWidget *box, *label, *button;
  g_autofree char *masked = NULL;
  g_autofree char *name = NULL;

  if (value == NULL || *value == '\0')
    return;
  if (revealed & (1u << field))
    {
      ty_fact_grid_add (grid, _(info->label), value);
      return;
    }

  masked = mask (value);
  box = ty_wrap_box_new (8);
  g_object_set (box, "line-spacing", 0, NULL);
  label = gtk_label_new (masked);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  button = gtk_button_new_with_label (_("Show"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "person.reveal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", field);
  /* Translators: what a screen reader says for a button: “Show: ID number”. */
  name = g_strdup_printf (_("Show: %s"), _(info->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  ty_wrap_box_append (TY_WRAP_BOX (box), label);
  ty_wrap_box_append (TY_WRAP_BOX (box), button);
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

static char *
mask_all (const char *text)
{
  return g_strdup ("****");
}

static GtkWidget *
build_basics (TyPersonFile *file,
              guint         revealed)
{
  TyPerson *person = file->person;
  GtkWidget *grid = ty_fact_grid_new (2);
  TyFactGrid *facts = TY_FACT_GRID (grid);
  g_autofree char *political = code_or_text (person, TY_PERSON_POLITICAL, TY_PERSON_POLITICAL_TEXT);

  add_text (facts, person, TY_PERSON_NATIVE_PLACE);
  add_masked (facts, person, TY_PERSON_ID_NUMBER, ty_text_mask_id_number, revealed);
  ty_fact_grid_add (facts, _("Political status"), political);
  add_masked (facts, person, TY_PERSON_PHONE, ty_text_mask_phone, revealed);
  add_month (facts, person, TY_PERSON_PARTY_DATE);
  ty_fact_grid_add (facts, _("Background"), file->sources);
  add_code (facts, person, TY_PERSON_HEALTH);
  add_text (facts, person, TY_PERSON_SKILL);
  add_code (facts, person, TY_PERSON_MARITAL);
  add_month (facts, person, TY_PERSON_WORK_DATE);
  add_text (facts, person, TY_PERSON_BIRTH_PLACE);
  add_masked (facts, person, TY_PERSON_ADDRESS, mask_all, revealed);
  add_text (facts, person, TY_PERSON_NOTE);
  add_missing (facts, file);
  return grid;
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
    add_post (TY_ROW_GRID (grid), g_ptr_array_index (file->posts, i), filing, unit);
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
    }
  return grid;
}

static GtkWidget *
build_family (TyPersonFile *file)
{
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
      const char *texts[] = { relation, text_of (member, TY_FAMILY_MEMBER_NAME), birth, political,
                              text_of (member, TY_FAMILY_MEMBER_OCCUPATION), NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
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
    }
  return grid;
}

static GtkWidget *
build_results (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->results->len; i++)
    {
      gpointer result = g_ptr_array_index (file->results, i);
      g_autofree char *year = g_strdup_printf ("%d", (int) ty_record_get_integer (result,
                                                                                  TY_ANNUAL_RESULT_YEAR));
      g_autofree char *word = ty_format_code ("annual_result",
                                              ty_record_get_text (result,
                                                                  TY_ANNUAL_RESULT_RESULT));
      const char *texts[] = { year, word, NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
    }
  return grid;
}

static GtkWidget *
build_history (TyPersonFile *file)
{
  GtkWidget *grid = ty_row_grid_new ();

  for (guint i = 0; i < file->actions->len; i++)
    {
      TyAction *action = g_ptr_array_index (file->actions, i);
      g_autofree char *when = ty_format_utc (ty_action_get_at (action));
      g_autofree char *label = ty_action_dup_label (action);
      const char *texts[] = { when, ty_action_get_user (action), label, NULL };

      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
    }
  return grid;
}

static GtkWidget *
make_edit_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_tooltip_text (button, _("Edit the basic information"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "person.edit");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Edit the basic information"),
                                  -1);
  return button;
}

/**
 * ty_person_section_get_title:
 * @section: a section
 *
 * Returns: (transfer none): its title in the user's language
 */
const char *
ty_person_section_get_title (TyPersonSection section)
{
  return _(titles[section]);
}

/**
 * ty_person_section_count:
 * @section: a section
 * @file: a person's file
 *
 * Returns: how many rows it has, 0 = it is left out; 1 for the basic information
 */
guint
ty_person_section_count (TyPersonSection  section,
                         TyPersonFile    *file)
{
  switch (section)
    {
    case TY_PERSON_SECTION_POSTS:
      return file->posts->len;
    case TY_PERSON_SECTION_RESUME:
      return file->resume->len;
    case TY_PERSON_SECTION_EDUCATION:
      return file->educations->len;
    case TY_PERSON_SECTION_FAMILY:
      return file->family->len;
    case TY_PERSON_SECTION_HONOURS:
      return file->honours->len;
    case TY_PERSON_SECTION_RESULTS:
      return file->results->len;
    case TY_PERSON_SECTION_HISTORY:
      return file->actions->len;
    case TY_PERSON_SECTION_BASICS:
    default:
      return 1;
    }
}

static guint32
get_expected (TyPersonSection section)
{
  switch (section)
    {
    case TY_PERSON_SECTION_EDUCATION:
      return 1u << TY_EXPECTED_EDUCATION;
    case TY_PERSON_SECTION_RESUME:
      return 1u << TY_EXPECTED_RESUME;
    case TY_PERSON_SECTION_FAMILY:
      return 1u << TY_EXPECTED_FAMILY;
    case TY_PERSON_SECTION_BASICS:
      return ~(1u << TY_EXPECTED_EDUCATION | 1u << TY_EXPECTED_RESUME | 1u << TY_EXPECTED_FAMILY);
    case TY_PERSON_SECTION_POSTS:
    case TY_PERSON_SECTION_HONOURS:
    case TY_PERSON_SECTION_RESULTS:
    case TY_PERSON_SECTION_HISTORY:
    default:
      return 0;
    }
}

/**
 * ty_person_section_is_incomplete:
 * @section: a section
 * @file: a person’s file
 *
 * Returns: whether something is missing that should stand there
 */
gboolean
ty_person_section_is_incomplete (TyPersonSection  section,
                                 TyPersonFile    *file)
{
  return (ty_completeness_find (file).missing & get_expected (section)) != 0;
}

/* In the head of the résumé: whether its months go on without a gap and without an overlap. */
static GtkWidget *
make_resume_check (TyPersonFile *file)
{
  GtkWidget *label = gtk_label_new (NULL);
  TyResumeCheck check;
  g_autofree char *range = NULL;
  g_autofree char *text = NULL;

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  if (ty_resume_check_run (file->resume, &check))
    {
      gtk_label_set_label (GTK_LABEL (label), _("✓ no gap, no overlap"));
      gtk_widget_add_css_class (label, "dim-label");
      return label;
    }

  gtk_widget_add_css_class (label, "ty-warn");
  if (ty_date_is_known (check.gap_from))
    {
      range = ty_format_range (check.gap_from, check.gap_until);
      /* Translators: of a résumé: months of which it says nothing */
      text = g_strdup_printf (_("nothing of %s"), range);
    }
  else
    {
      range = ty_format_month (check.overlap);
      /* Translators: of a résumé: the month from which two entries overlap */
      text = g_strdup_printf (_("overlap from %s"), range);
    }
  gtk_label_set_label (GTK_LABEL (label), text);
  return label;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *label = gtk_label_new (_("not filled in"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "ty-warn");
  return label;
}

/**
 * ty_person_section_build:
 * @section: a section with at least one row, or of which something is missing
 * @file: a person's file
 * @revealed: bits of the person's fields that are shown without a mask, by #TyPersonField
 *
 * Returns: (transfer floating): the section as a card
 */
GtkWidget *
ty_person_section_build (TyPersonSection  section,
                         TyPersonFile    *file,
                         guint            revealed)
{
  typedef GtkWidget *(*BuildFunc) (TyPersonFile *file);
  static const BuildFunc builders[TY_N_PERSON_SECTIONS] = {
    [TY_PERSON_SECTION_POSTS] = build_posts,
    [TY_PERSON_SECTION_RESUME] = build_resume,
    [TY_PERSON_SECTION_EDUCATION] = build_education,
    [TY_PERSON_SECTION_FAMILY] = build_family,
    [TY_PERSON_SECTION_HONOURS] = build_honours,
    [TY_PERSON_SECTION_RESULTS] = build_results,
    [TY_PERSON_SECTION_HISTORY] = build_history,
  };
  GtkWidget *card = ty_section_new (ty_person_section_get_title (section));

  if (section == TY_PERSON_SECTION_BASICS)
    {
      ty_section_set_content (TY_SECTION (card), build_basics (file, revealed));
      ty_section_set_suffix (TY_SECTION (card), make_edit_button ());
    }
  else if (ty_person_section_count (section, file) == 0)
    {
      ty_section_set_content (TY_SECTION (card), make_empty ());
    }
  else
    {
      ty_section_set_content (TY_SECTION (card), builders[section] (file));
      if (section == TY_PERSON_SECTION_POSTS)
        g_object_set (card, "caption", find_only_unit (file), NULL);
      if (section == TY_PERSON_SECTION_RESUME)
        ty_section_set_suffix (TY_SECTION (card), make_resume_check (file));
    }
  return card;
}
