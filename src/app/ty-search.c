/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-search"

#include "config.h"

#include "ty-search.h"

#include "ty-office-search.h"
#include "ty-office-units.h"
#include "ty-recent.h"

#include <glib/gi18n-lib.h>

#define MAX_HITS 6     /* of a group */
#define WAIT_DELAY 300 /* ms until a wait is told */

/* The groups that the office must be asked for. */
#define N_ASKED 2

typedef struct
{
  GCancellable *cancellable; /* (owned) (nullable) while an answer is awaited */
  gboolean again;            /* whether it is an answer to an earlier text */
} Question;

/**
 * TySearch:
 *
 * What is found for a text that is being typed. Pages and commands are found at once, people and units
 * by the office in its threads. Of each only one question is under way, so that whoever types
 * does not keep all threads of the office busy; when its answer comes, the text of that moment is
 * asked for. Without a text it is what was looked at last and used most.
 *
 * Nothing is asked until ty_search_start() and after ty_search_stop().
 */
struct _TySearch
{
  GObject parent_instance;

  /* Owned */
  TyOffice *office;    /* (nullable) */
  TyTopics *topics;    /* (nullable) */
  GSignalGroup *office_signals;
  GSignalGroup *topics_signals;
  GListStore *hits;
  GPtrArray *groups[TY_SEARCH_N_GROUPS]; /* (element-type TySearchHit) */
  char *text;
  char *note;
  char *problem;       /* (nullable) */

  Question questions[N_ASKED];
  guint wait_id;
  gboolean running;
};

typedef enum
{
  PROP_OFFICE = 1,
  PROP_TOPICS,
  PROP_TEXT,
  PROP_WAITING,
  PROP_NOTE,
} TySearchProps;

static GParamSpec *properties[PROP_NOTE + 1];

G_DEFINE_FINAL_TYPE (TySearch, ty_search, G_TYPE_OBJECT)

static void ask (TySearch *self,
                 guint     group);

static gboolean
has_text (TySearch *self)
{
  g_autofree char *text = g_strstrip (g_strdup (self->text));

  return *text != '\0';
}

static gboolean
is_open (TySearch *self)
{
  return self->office != NULL && ty_office_is_open (self->office);
}

/* Whether people cannot be found before something was read that takes a while. */
static gboolean
needs_names (TySearch *self)
{
  return has_text (self) && !ty_office_has_names (self->office);
}

static void
set_note (TySearch *self,
          char     *note)
{
  g_autofree char *taken = note;

  if (g_strcmp0 (self->note, note) == 0)
    return;

  g_free (self->note);
  self->note = g_steal_pointer (&taken);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

static gboolean
is_asking (TySearch *self)
{
  return self->questions[TY_SEARCH_PEOPLE].cancellable != NULL
         || self->questions[TY_SEARCH_VILLAGES].cancellable != NULL;
}

static char *
make_note (TySearch *self)
{
  if (self->problem != NULL)
    return g_strdup (self->problem);
  if (self->questions[TY_SEARCH_PEOPLE].cancellable != NULL && needs_names (self))
    return g_strdup (_("The names of the people are still being read. People will be found in a moment."));
  if (is_asking (self))
    return g_strdup (_("Searching…"));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->hits)) > 0)
    return g_strdup ("");

  return g_strdup_printf (_("Nothing is called “%s”. People are found by name, pinyin, initials or the "
                            "whole ID number; villages, pages and commands by name, pinyin or initials."),
                          self->text);
}

static gboolean
wait_cb (gpointer user_data)
{
  TySearch *self = TY_SEARCH (user_data);

  self->wait_id = 0;
  set_note (self, make_note (self));
  return G_SOURCE_REMOVE;
}

/* A wait is told when it lasts; what else is to be said, at once. */
static void
update_note (TySearch *self)
{
  if (!self->running)
    return;

  if (is_asking (self) && self->problem == NULL)
    {
      if (self->wait_id == 0)
        self->wait_id = g_timeout_add (WAIT_DELAY, wait_cb, self);
      return;
    }
  g_clear_handle_id (&self->wait_id, g_source_remove);
  set_note (self, make_note (self));
}

static void
show_hits (TySearch *self)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < TY_SEARCH_N_GROUPS; i++)
    for (guint k = 0; k < self->groups[i]->len; k++)
      g_ptr_array_add (all, g_ptr_array_index (self->groups[i], k));
  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)),
                       all->pdata, all->len);
}

static void
take_hits (TySearch      *self,
           TySearchGroup  group,
           GPtrArray     *hits)
{
  g_ptr_array_unref (self->groups[group]);
  self->groups[group] = hits;
}

static void
find_topics (TySearch *self)
{
  for (TySearchGroup group = TY_SEARCH_PAGES; group <= TY_SEARCH_COMMANDS; group++)
    if (self->topics != NULL)
      take_hits (self, group, ty_topics_find (self->topics, group, self->text, MAX_HITS));
}

static GPtrArray *
make_people (GPtrArray *people)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (people->len, MAX_HITS); i++)
    g_ptr_array_add (hits, ty_search_hit_new_person (g_ptr_array_index (people, i)));
  return hits;
}

static GPtrArray *
make_units (GPtrArray *units)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (hits, ty_search_hit_new_unit (g_ptr_array_index (units, i)));
  return hits;
}

/* Who asked, which group, and with what it can be cancelled: an answer to whom nobody listens any more
 * is told by the latter. */
typedef struct
{
  TySearch *self;            /* (owned) */
  GCancellable *cancellable; /* (owned) */
  guint group;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->self);
  g_object_unref (asked->cancellable);
  g_free (asked);
}

static void
take_problem (TySearch     *self,
              const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return;

  g_free (self->problem);
  self->problem = g_strdup (error->message);
}

static void
take_answer (Asked        *asked,
             GPtrArray    *hits,
             const GError *error)
{
  g_autoptr(GPtrArray) taken = hits;
  TySearch *self = asked->self;
  Question *question = &self->questions[asked->group];

  if (question->cancellable == asked->cancellable)
    {
      g_clear_object (&question->cancellable);
      if (question->again)
        {
          ask (self, asked->group);
        }
      else if (hits != NULL)
        {
          take_hits (self, asked->group, g_steal_pointer (&taken));
          show_hits (self);
        }
      else
        take_problem (self, error);
      update_note (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
    }
  asked_free (asked);
}

static void
found_people_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = ty_office_find_people_finish (TY_OFFICE (source), result, &error);

  take_answer (user_data, people != NULL ? make_people (people) : NULL, error);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = ty_office_look_up_people_finish (TY_OFFICE (source), result, &error);

  take_answer (user_data, people != NULL ? make_people (people) : NULL, error);
}

static void
found_units_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) units = ty_office_find_units_finish (TY_OFFICE (source), result, &error);

  take_answer (user_data, units != NULL ? make_units (units) : NULL, error);
}

static void
ask_office (TySearch *self,
            guint     group)
{
  Question *question = &self->questions[group];
  Asked *asked = g_new0 (Asked, 1);
  g_autoptr(GArray) recent = NULL;

  question->cancellable = g_cancellable_new ();
  question->again = FALSE;
  asked->self = g_object_ref (self);
  asked->cancellable = g_object_ref (question->cancellable);
  asked->group = group;
  if (group == TY_SEARCH_VILLAGES)
    {
      ty_office_find_units_async (self->office, self->text, MAX_HITS, question->cancellable,
                                  found_units_cb, asked);
      return;
    }
  if (has_text (self))
    {
      ty_office_find_people_async (self->office, self->text, MAX_HITS, question->cancellable,
                                   found_people_cb, asked);
      return;
    }
  recent = ty_recent_list_people (ty_office_get_path (self->office));
  ty_office_look_up_people_async (self->office, (const gint64 *) recent->data, recent->len,
                                  question->cancellable, looked_up_cb, asked);
}

/* What was found stays until the answer is there. Without names that may take long: then nobody shall
 * take old people for new ones. */
static void
ask (TySearch *self,
     guint     group)
{
  Question *question = &self->questions[group];
  gboolean unasked = group == TY_SEARCH_VILLAGES && !has_text (self);

  if (!self->running || !is_open (self) || unasked
      || (group == TY_SEARCH_PEOPLE && needs_names (self)))
    {
      g_ptr_array_set_size (self->groups[group], 0);
      show_hits (self);
    }
  if (question->cancellable != NULL)
    {
      g_cancellable_cancel (question->cancellable);
      question->again = TRUE;
    }
  else if (self->running && is_open (self) && !unasked)
    ask_office (self, group);
}

static void
ask_all (TySearch *self)
{
  g_clear_pointer (&self->problem, g_free);
  find_topics (self);
  show_hits (self);
  for (guint group = 0; group < N_ASKED; group++)
    ask (self, group);
  update_note (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
drop_questions (TySearch *self)
{
  for (guint i = 0; i < N_ASKED; i++)
    {
      if (self->questions[i].cancellable != NULL)
        g_cancellable_cancel (self->questions[i].cancellable);
      g_clear_object (&self->questions[i].cancellable);
      self->questions[i].again = FALSE;
      g_ptr_array_set_size (self->groups[i], 0);
    }
}

/* Another file, another date, or something was changed. */
static void
office_changed_cb (TySearch *self)
{
  if (self->running)
    ask_all (self);
}

static void
topics_changed_cb (TySearch *self)
{
  if (!self->running)
    return;

  find_topics (self);
  show_hits (self);
  update_note (self);
}

static void
ty_search_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TySearch *self = TY_SEARCH (object);

  switch ((TySearchProps) prop_id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, self->office);
      break;
    case PROP_TOPICS:
      g_value_set_object (value, self->topics);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_WAITING:
      g_value_set_boolean (value, ty_search_is_waiting (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_search_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TySearch *self = TY_SEARCH (object);

  switch ((TySearchProps) prop_id)
    {
    case PROP_OFFICE:
      if (!g_set_object (&self->office, g_value_get_object (value)))
        break;
      drop_questions (self);
      g_signal_group_set_target (self->office_signals, self->office);
      office_changed_cb (self);
      break;
    case PROP_TOPICS:
      if (!g_set_object (&self->topics, g_value_get_object (value)))
        break;
      g_signal_group_set_target (self->topics_signals, self->topics);
      topics_changed_cb (self);
      break;
    case PROP_TEXT:
      ty_search_set_text (self, g_value_get_string (value));
      break;
    case PROP_WAITING:
    case PROP_NOTE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_search_dispose (GObject *object)
{
  TySearch *self = TY_SEARCH (object);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_object (&self->office_signals);
  g_clear_object (&self->topics_signals);
  g_clear_object (&self->office);
  g_clear_object (&self->topics);

  G_OBJECT_CLASS (ty_search_parent_class)->dispose (object);
}

static void
ty_search_finalize (GObject *object)
{
  TySearch *self = TY_SEARCH (object);

  for (guint i = 0; i < TY_SEARCH_N_GROUPS; i++)
    g_ptr_array_unref (self->groups[i]);
  g_object_unref (self->hits);
  g_free (self->text);
  g_free (self->note);
  g_free (self->problem);

  G_OBJECT_CLASS (ty_search_parent_class)->finalize (object);
}

static void
ty_search_class_init (TySearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_search_get_property;
  object_class->set_property = ty_search_set_property;
  object_class->dispose = ty_search_dispose;
  object_class->finalize = ty_search_finalize;

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, TY_TYPE_OFFICE, flags);
  properties[PROP_TOPICS] = g_param_spec_object ("topics", NULL, NULL, TY_TYPE_TOPICS, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "",
                                               flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_WAITING] = g_param_spec_boolean ("waiting", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "",
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_search_init (TySearch *self)
{
  self->text = g_strdup ("");
  self->note = g_strdup ("");
  self->hits = g_list_store_new (TY_TYPE_SEARCH_HIT);
  for (guint i = 0; i < TY_SEARCH_N_GROUPS; i++)
    self->groups[i] = g_ptr_array_new_with_free_func (g_object_unref);
  self->office_signals = g_signal_group_new (TY_TYPE_OFFICE);
  g_signal_group_connect_object (self->office_signals, "changed", G_CALLBACK (office_changed_cb),
                                 self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->office_signals, "notify::open",
                                 G_CALLBACK (office_changed_cb), self, G_CONNECT_SWAPPED);
  self->topics_signals = g_signal_group_new (TY_TYPE_TOPICS);
  g_signal_group_connect_object (self->topics_signals, "changed", G_CALLBACK (topics_changed_cb),
                                 self, G_CONNECT_SWAPPED);
}

/**
 * ty_search_new:
 *
 * Returns: (transfer full): a search without an office and topics
 */
TySearch *
ty_search_new (void)
{
  return g_object_new (TY_TYPE_SEARCH, NULL);
}

/**
 * ty_search_get_hits:
 * @self: a search
 *
 * Returns: (transfer none): what was found, a #GListModel of #TySearchHit, group by group
 */
GListModel *
ty_search_get_hits (TySearch *self)
{
  g_return_val_if_fail (TY_IS_SEARCH (self), NULL);

  return G_LIST_MODEL (self->hits);
}

/**
 * ty_search_get_text:
 * @self: a search
 *
 * Returns: (transfer none): what is searched for
 */
const char *
ty_search_get_text (TySearch *self)
{
  g_return_val_if_fail (TY_IS_SEARCH (self), NULL);

  return self->text;
}

/**
 * ty_search_set_text:
 * @self: a search
 * @text: (nullable): what is searched for
 */
void
ty_search_set_text (TySearch   *self,
                    const char *text)
{
  g_return_if_fail (TY_IS_SEARCH (self));

  if (g_strcmp0 (self->text, text != NULL ? text : "") == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
  if (self->running)
    ask_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * ty_search_is_waiting:
 * @self: a search
 *
 * Returns: whether other people or units may be found in a moment; people are not waited for while
 *   their names are being read and something else was found
 */
gboolean
ty_search_is_waiting (TySearch *self)
{
  g_return_val_if_fail (TY_IS_SEARCH (self), FALSE);

  if (self->questions[TY_SEARCH_VILLAGES].cancellable != NULL)
    return TRUE;

  return self->questions[TY_SEARCH_PEOPLE].cancellable != NULL
         && (!needs_names (self)
             || g_list_model_get_n_items (G_LIST_MODEL (self->hits)) == 0);
}

/**
 * ty_search_start:
 * @self: a search
 *
 * Begins to search, or searches again: somebody looks at it.
 */
void
ty_search_start (TySearch *self)
{
  g_return_if_fail (TY_IS_SEARCH (self));

  if (self->topics != NULL)
    ty_topics_prepare (self->topics);
  self->running = TRUE;
  ask_all (self);
}

/**
 * ty_search_stop:
 * @self: a search
 *
 * Nobody looks at it any more: what is under way is dropped, and the text forgotten.
 */
void
ty_search_stop (TySearch *self)
{
  g_return_if_fail (TY_IS_SEARCH (self));

  self->running = FALSE;
  drop_questions (self);
  g_clear_handle_id (&self->wait_id, g_source_remove);
  ty_search_set_text (self, "");
}
