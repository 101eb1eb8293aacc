/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office"

#include "config.h"

#include "ty-office-private.h"

#include "ty-unit-names.h"

/**
 * TyOffice:
 *
 * An open county file as a window sees it. One thread writes, two read, and the main thread
 * touches no file. All of it is called from the main thread; properties are notified and signals
 * emitted there. Several offices may show one file (ty_office_join()): they share its threads and its
 * columns, and each has a cut-off date and a scope of its own.
 */

typedef enum
{
  PROP_PATH = 1,
  PROP_OPEN,
  PROP_COUNTY_NAME,
  PROP_COUNTY_LEVEL,
  PROP_AS_OF,
  PROP_SCOPE,
  PROP_SCOPE_NAME,
  PROP_USER,
  PROP_READ_ONLY,
  PROP_READ_ONLY_REASON,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_LAST_BACKUP,
  PROP_DAMAGE,
} TyOfficeProps;

static GParamSpec *properties[PROP_DAMAGE + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyOffice, ty_office, G_TYPE_OBJECT)

static void
notify (TyOffice      *self,
        TyOfficeProps  prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
notify_text (TyOffice      *self,
             TyOfficeProps  prop,
             const char    *before,
             const char    *after)
{
  if (g_strcmp0 (before, after) != 0)
    notify (self, prop);
}

static gboolean
same_time (GDateTime *a,
           GDateTime *b)
{
  return a == b || (a != NULL && b != NULL && g_date_time_equal (a, b));
}

static const char *
get_scope_name (TyOffice *self)
{
  if (self->scope == 0)
    return ty_office_get_county_name (self);

  return self->scope_name;
}

/* @before is what the properties said until now. */
static void
notify_differences (TyOffice            *self,
                    const TyOfficeState *before)
{
  static const TyOfficeState none = { 0 };
  const TyOfficeState *old = before != NULL ? before : &none;
  const TyOfficeState *new = self->state != NULL ? self->state : &none;

  notify_text (self, PROP_PATH, old->path, new->path);
  notify_text (self, PROP_COUNTY_NAME, old->county_name, new->county_name);
  notify_text (self, PROP_COUNTY_LEVEL, old->county_level, new->county_level);
  if (self->scope == 0)
    notify_text (self, PROP_SCOPE_NAME, old->county_name, new->county_name);
  if (old->read_only != new->read_only)
    notify (self, PROP_READ_ONLY);
  notify_text (self, PROP_READ_ONLY_REASON, old->read_only_reason, new->read_only_reason);
  /* Another action may have the same label. */
  if (old->undo_seq != new->undo_seq)
    notify (self, PROP_UNDO_LABEL);
  if (old->redo_seq != new->redo_seq)
    notify (self, PROP_REDO_LABEL);
  if (!same_time (old->last_backup, new->last_backup))
    notify (self, PROP_LAST_BACKUP);
}

static void
set_scope_name (TyOffice   *self,
                const char *name)
{
  g_autofree char *before = g_strdup (get_scope_name (self));

  g_free (self->scope_name);
  self->scope_name = g_strdup (name);
  notify_text (self, PROP_SCOPE_NAME, before, get_scope_name (self));
}

typedef struct
{
  gint64 unit;
  TyDate as_of;
} Named;

static gpointer
read_scope_name (TyOfficeThread  *thread,
                 gpointer         data,
                 GCancellable    *cancellable,
                 GError         **error)
{
  const Named *named = data;
  g_autoptr(TyUnitNames) names = ty_unit_names_new (ty_office_thread_get_database (thread));

  return g_strdup (ty_unit_names_get (names, named->unit, named->as_of));
}

static void
scope_name_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  TyOffice *self = TY_OFFICE (source);
  g_autofree Named *named = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = ty_office_task_finish (self, result, read_scope_name, &error);

  if (name == NULL)
    g_debug ("The scope has no name: %s", error->message);
  else if (named->unit == self->scope && ty_date_compare (named->as_of, self->as_of) == 0)
    set_scope_name (self, name);
}

/* The name of the scope follows a moment after the scope: it stands in the file. */
static void
refresh_scope_name (TyOffice *self)
{
  Named named = { self->scope, self->as_of };
  g_autoptr(GTask) task = NULL;

  if (self->scope == 0 || self->phase != TY_OFFICE_OPEN)
    return;

  task = ty_office_task_new (self, read_scope_name, NULL, scope_name_cb,
                             g_memdup2 (&named, sizeof named));
  ty_office_read (self, task, read_scope_name, g_memdup2 (&named, sizeof named), g_free, g_free);
}

static void
emit_changed (TyOffice *self)
{
  if (self->phase == TY_OFFICE_OPEN)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ty_office_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TyOffice *self = TY_OFFICE (object);

  switch ((TyOfficeProps) prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, ty_office_get_path (self));
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, ty_office_is_open (self));
      break;
    case PROP_COUNTY_NAME:
      g_value_set_string (value, ty_office_get_county_name (self));
      break;
    case PROP_COUNTY_LEVEL:
      g_value_set_string (value, ty_office_get_county_level (self));
      break;
    case PROP_AS_OF:
      g_value_take_string (value, ty_date_to_iso (self->as_of));
      break;
    case PROP_SCOPE:
      g_value_set_int64 (value, self->scope);
      break;
    case PROP_SCOPE_NAME:
      g_value_set_string (value, get_scope_name (self));
      break;
    case PROP_USER:
      g_value_set_string (value, self->user);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, ty_office_is_read_only (self));
      break;
    case PROP_READ_ONLY_REASON:
      g_value_set_string (value, self->state != NULL ? self->state->read_only_reason : NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, ty_office_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, ty_office_get_redo_label (self));
      break;
    case PROP_LAST_BACKUP:
      g_value_set_boxed (value, ty_office_get_last_backup (self));
      break;
    case PROP_DAMAGE:
      g_value_set_string (value, self->damage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_office_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TyOffice *self = TY_OFFICE (object);

  switch ((TyOfficeProps) prop_id)
    {
    case PROP_AS_OF:
      ty_office_set_as_of (self, ty_date_from_iso (g_value_get_string (value)));
      break;
    case PROP_SCOPE:
      ty_office_set_scope (self, g_value_get_int64 (value));
      break;
    case PROP_USER:
      ty_office_set_user (self, g_value_get_string (value));
      break;
    case PROP_PATH:
    case PROP_OPEN:
    case PROP_COUNTY_NAME:
    case PROP_COUNTY_LEVEL:
    case PROP_SCOPE_NAME:
    case PROP_READ_ONLY:
    case PROP_READ_ONLY_REASON:
    case PROP_UNDO_LABEL:
    case PROP_REDO_LABEL:
    case PROP_LAST_BACKUP:
    case PROP_DAMAGE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_office_finalize (GObject *object)
{
  TyOffice *self = TY_OFFICE (object);

  g_ptr_array_remove (self->share->offices, self);
  ty_office_share_unref (self->share);
  g_clear_pointer (&self->state, ty_office_state_free);
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->second_folder, g_free);
  g_clear_pointer (&self->scope_name, g_free);
  g_clear_pointer (&self->damage, g_free);

  G_OBJECT_CLASS (ty_office_parent_class)->finalize (object);
}

static void
ty_office_class_init (TyOfficeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = ty_office_get_property;
  object_class->set_property = ty_office_set_property;
  object_class->finalize = ty_office_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, readable);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, readable);
  properties[PROP_COUNTY_NAME] = g_param_spec_string ("county-name", NULL, NULL, NULL, readable);
  properties[PROP_COUNTY_LEVEL] = g_param_spec_string ("county-level", NULL, NULL, NULL, readable);
  properties[PROP_AS_OF] = g_param_spec_string ("as-of", NULL, NULL, NULL, writable);
  properties[PROP_SCOPE] = g_param_spec_int64 ("scope", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_SCOPE_NAME] = g_param_spec_string ("scope-name", NULL, NULL, NULL, readable);
  properties[PROP_USER] = g_param_spec_string ("user", NULL, NULL, NULL, writable);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, readable);
  properties[PROP_READ_ONLY_REASON] = g_param_spec_string ("read-only-reason", NULL, NULL, NULL,
                                                           readable);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);
  properties[PROP_LAST_BACKUP] = g_param_spec_boxed ("last-backup", NULL, NULL, G_TYPE_DATE_TIME,
                                                     readable);
  properties[PROP_DAMAGE] = g_param_spec_string ("damage", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TyOffice::changed:
   * @self: the office
   *
   * What a page shows must be read again: a file was opened, an action was acknowledged, or the
   * cut-off date or the scope became another one.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_OFFICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
ty_office_init (TyOffice *self)
{
  self->as_of = ty_date_today ();
  self->share = ty_office_share_new ();
  self->user = g_strdup (g_get_user_name ());
}

/**
 * ty_office_enter:
 * @self: an office whose threads have a file open
 * @state: (transfer full): the state of the file
 * @as_of: the cut-off date
 * @scope: the scope
 *
 * Shows the file.
 */
void
ty_office_enter (TyOffice      *self,
                 TyOfficeState *state,
                 TyDate         as_of,
                 gint64         scope)
{
  g_object_freeze_notify (G_OBJECT (self));
  self->phase = TY_OFFICE_OPEN;
  self->generation++;
  self->state = state;
  g_ptr_array_add (self->share->offices, self);
  if (self->scope != scope)
    notify (self, PROP_SCOPE);
  self->scope = scope;
  g_clear_pointer (&self->scope_name, g_free);
  if (ty_date_compare (self->as_of, as_of) != 0)
    notify (self, PROP_AS_OF);
  self->as_of = as_of;
  notify_differences (self, NULL);
  notify (self, PROP_OPEN);
  g_object_thaw_notify (G_OBJECT (self));

  refresh_scope_name (self);
  emit_changed (self);
}

/**
 * ty_office_leave:
 * @self: an office whose threads have let the file go, or leave it to others
 *
 * Shows no file any more.
 */
void
ty_office_leave (TyOffice *self)
{
  g_autoptr(TyOfficeState) before = g_steal_pointer (&self->state);

  g_ptr_array_remove (self->share->offices, self);
  if (self->share->offices->len == 0)
    self->share->generation++;
  g_object_freeze_notify (G_OBJECT (self));
  self->phase = TY_OFFICE_CLOSED;
  self->generation++;
  notify_differences (self, before);
  ty_office_set_damage (self, NULL);
  if (self->scope != 0)
    {
      set_scope_name (self, NULL);
      self->scope = 0;
      notify (self, PROP_SCOPE);
    }
  notify (self, PROP_OPEN);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * ty_office_publish:
 * @self: an open office
 * @state: (transfer full): the state after a write
 *
 * Notifies what became another, then emits "changed" if an action was recorded.
 */
void
ty_office_publish (TyOffice      *self,
                   TyOfficeState *state)
{
  g_autoptr(TyOfficeState) before = g_steal_pointer (&self->state);

  state->read_only_reason = g_strdup (before->read_only_reason);
  g_object_freeze_notify (G_OBJECT (self));
  self->state = state;
  notify_differences (self, before);
  g_object_thaw_notify (G_OBJECT (self));

  if (before->last_seq != state->last_seq)
    {
      refresh_scope_name (self);
      emit_changed (self);
    }
}

/* Called when a check has ended, and when the file is gone. */
void
ty_office_set_damage (TyOffice   *self,
                      const char *damage)
{
  g_autofree char *before = g_steal_pointer (&self->damage);

  self->damage = g_strdup (damage);
  notify_text (self, PROP_DAMAGE, before, self->damage);
}

/**
 * ty_office_new:
 *
 * Returns: (transfer full): an office without a file
 */
TyOffice *
ty_office_new (void)
{
  return g_object_new (TY_TYPE_OFFICE, NULL);
}

/**
 * ty_office_get_path:
 * @self: an office
 *
 * Returns: (transfer none) (nullable): the absolute path of the file
 */
const char *
ty_office_get_path (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), NULL);

  return self->state != NULL ? self->state->path : NULL;
}

/**
 * ty_office_get_county_name:
 * @self: an office
 *
 * Returns: (transfer none) (nullable): the newest name of the county
 */
const char *
ty_office_get_county_name (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), NULL);

  return self->state != NULL ? self->state->county_name : NULL;
}

/**
 * ty_office_get_county_level:
 * @self: an office
 *
 * Returns: (transfer none) (nullable): key of the level of the unit at the top: mostly `county`
 */
const char *
ty_office_get_county_level (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), NULL);

  return self->state != NULL ? self->state->county_level : NULL;
}

/**
 * ty_office_is_open:
 * @self: an office
 *
 * Returns: whether it shows a file
 */
gboolean
ty_office_is_open (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), FALSE);

  return self->state != NULL;
}

/**
 * ty_office_is_read_only:
 * @self: an office
 *
 * Returns: whether its file is open for reading only
 */
gboolean
ty_office_is_read_only (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), FALSE);

  return self->state != NULL && self->state->read_only;
}

/**
 * ty_office_get_as_of:
 * @self: an office
 *
 * Returns: the cut-off date, a whole day
 */
TyDate
ty_office_get_as_of (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), TY_DATE_NONE);

  return self->as_of;
}

/**
 * ty_office_set_as_of:
 * @self: an office
 * @as_of: the cut-off date; a month stands for its first day. No date is passed over
 */
void
ty_office_set_as_of (TyOffice *self,
                     TyDate    as_of)
{
  g_return_if_fail (TY_IS_OFFICE (self));

  if (!ty_date_is_known (as_of) || !ty_date_is_valid (as_of)
      || ty_date_compare (as_of, self->as_of) == 0)
    return;

  self->as_of = ty_date_from_days (ty_date_to_days (as_of));
  notify (self, PROP_AS_OF);
  refresh_scope_name (self);
  emit_changed (self);
}

/**
 * ty_office_get_scope:
 * @self: an office
 *
 * Returns: key of the unit to which it is restricted, or 0 for the whole file
 */
gint64
ty_office_get_scope (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), 0);

  return self->scope;
}

/**
 * ty_office_set_scope:
 * @self: an office
 * @scope: key of a unit, or 0 for the whole file
 */
void
ty_office_set_scope (TyOffice *self,
                     gint64    scope)
{
  g_autofree char *before = NULL;

  g_return_if_fail (TY_IS_OFFICE (self));

  if (self->scope == scope)
    return;

  before = g_strdup (get_scope_name (self));
  self->scope = scope;
  g_clear_pointer (&self->scope_name, g_free);
  notify (self, PROP_SCOPE);
  notify_text (self, PROP_SCOPE_NAME, before, get_scope_name (self));
  refresh_scope_name (self);
  emit_changed (self);
}

/**
 * ty_office_get_user:
 * @self: an office
 *
 * Returns: (transfer none): who works with it, as the history will say
 */
const char *
ty_office_get_user (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), NULL);

  return self->user;
}

/**
 * ty_office_set_user:
 * @self: an office
 * @user: (nullable): who works with it; none or an empty text stands for the user of the desktop
 */
void
ty_office_set_user (TyOffice   *self,
                    const char *user)
{
  g_return_if_fail (TY_IS_OFFICE (self));

  if (user == NULL || *user == '\0')
    user = g_get_user_name ();
  if (g_strcmp0 (self->user, user) == 0)
    return;

  g_free (self->user);
  self->user = g_strdup (user);
  notify (self, PROP_USER);
}

/**
 * ty_office_set_second_folder:
 * @self: an office
 * @folder: (nullable): where a second backup is put when the file is closed after changes
 */
void
ty_office_set_second_folder (TyOffice   *self,
                             const char *folder)
{
  g_autofree char *copy = folder != NULL && *folder != '\0' ? g_strdup (folder) : NULL;

  g_return_if_fail (TY_IS_OFFICE (self));

  g_free (self->second_folder);
  self->second_folder = g_steal_pointer (&copy);
}

/**
 * ty_office_get_undo_label:
 * @self: an office
 *
 * Returns: (transfer none) (nullable): what undo takes back next; none where there is nothing
 */
const char *
ty_office_get_undo_label (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), NULL);

  return self->state != NULL ? self->state->undo_label : NULL;
}

/**
 * ty_office_get_redo_label:
 * @self: an office
 *
 * Returns: (transfer none) (nullable): what redo does again next; none where there is nothing
 */
const char *
ty_office_get_redo_label (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), NULL);

  return self->state != NULL ? self->state->redo_label : NULL;
}

/**
 * ty_office_get_next_seq:
 * @self: an office
 * @redo: whether redo is meant, not undo
 *
 * Returns: the sequence of the action that undo, or redo, takes back next; 0 where there is nothing
 */
gint64
ty_office_get_next_seq (TyOffice *self,
                        gboolean  redo)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), 0);

  return self->state == NULL ? 0 : redo ? self->state->redo_seq : self->state->undo_seq;
}

/**
 * ty_office_get_last_backup:
 * @self: an office
 *
 * Returns: (transfer none) (nullable): when the last good backup of the file was made
 */
GDateTime *
ty_office_get_last_backup (TyOffice *self)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), NULL);

  return self->state != NULL ? self->state->last_backup : NULL;
}
