import { whenceIs } from "../../../adapters/slack/whence.ts";

const authorization = (more: object) => ({
  enterprise_id: null,
  team_id: "T0PLANT",
  is_enterprise_install: false,
  ...more,
});

describe("where a delivery comes from", () => {
  test.each([
    {
      name: "an event, by its authorization: what stands outside is of whoever made a shared channel",
      body: {
        team_id: "T0VENDOR",
        context_team_id: "T0VENDOR",
        authorizations: [authorization({})],
        event: { type: "message", team: "T0VENDOR", user_team: "T0VENDOR" },
      },
      is: { installed: ["T0PLANT"], untold: null, homes: ["T0VENDOR"] },
    },
    {
      name: "an event of an organisation-wide app",
      body: {
        team_id: "T0NORTH",
        authorizations: [authorization({ enterprise_id: "E0", team_id: "T0NORTH", is_enterprise_install: true })],
        event: { type: "message", team: "T0NORTH" },
      },
      is: { installed: ["E0", "T0NORTH"], untold: null, homes: ["T0NORTH"] },
    },
    {
      name: "an event without an authorization",
      body: { context_team_id: "T0PLANT", team_id: "T0VENDOR", event: { type: "message" } },
      is: { installed: ["T0PLANT"], untold: null, homes: [] },
    },
    {
      name: "a press of somebody whose home is another workspace of Grid, by the message that was pressed",
      body: {
        type: "block_actions",
        team: { id: "T0SOUTH" },
        enterprise: { id: "E0" },
        is_enterprise_install: false,
        user: { id: "U0", team_id: "T0SOUTH" },
        message: { team: "T0PLANT" },
      },
      is: { installed: ["T0PLANT", "E0"], untold: null, homes: ["T0SOUTH", "T0PLANT"] },
    },
    {
      name: "a press where the app is in the whole organisation",
      body: {
        type: "block_actions",
        team: null,
        enterprise: { id: "E0" },
        is_enterprise_install: true,
        user: { id: "U0", team_id: "T0SOUTH" },
      },
      is: { installed: ["E0"], untold: null, homes: ["T0SOUTH"] },
    },
    {
      name: "a form that somebody of another company sends off",
      body: {
        type: "view_submission",
        team: { id: "T0VENDOR" },
        user: { id: "U0", team_id: "T0VENDOR" },
        view: { app_installed_team_id: "T0PLANT" },
      },
      is: { installed: ["T0PLANT", "T0VENDOR"], untold: null, homes: ["T0VENDOR"] },
    },
    {
      name: "a shortcut on a message, whose author says nothing about the app",
      body: {
        type: "message_action",
        team: { id: "T0PLANT" },
        user: { id: "U0", team_id: "T0PLANT" },
        message: { team: "T0VENDOR" },
      },
      is: { installed: ["T0PLANT"], untold: null, homes: ["T0PLANT", "T0VENDOR"] },
    },
    {
      name: "a command in Grid, whose answer to yes or no is a word",
      body: { command: "/referee", team_id: "T0NORTH", enterprise_id: "E0", is_enterprise_install: "true" },
      is: { installed: ["E0", "T0NORTH"], untold: null, homes: [] },
    },
    {
      name: "a press in Grid on what only one person was shown, which names their home and no more",
      body: {
        type: "block_actions",
        team: { id: "T0SOUTH" },
        enterprise: { id: "E0" },
        user: { id: "U0", team_id: "T0SOUTH" },
      },
      is: { installed: ["T0SOUTH", "E0"], untold: { organisation: "E0", user: "U0", onOwn: true } },
    },
    {
      name: "a shortcut in Grid of somebody at home where it was used, or elsewhere",
      body: {
        type: "message_action",
        team: { id: "T0SOUTH" },
        enterprise: { id: "E0" },
        user: { id: "U0", team_id: "T0SOUTH" },
      },
      is: { untold: { organisation: "E0", user: "U0", onOwn: false } },
    },
    {
      name: "a shortcut in Grid where its user is not at home",
      body: {
        type: "message_action",
        team: { id: "T0SOUTH" },
        enterprise: { id: "E0" },
        user: { id: "U0", team_id: "T0NORTH" },
      },
      is: { installed: ["T0SOUTH", "E0"], untold: null },
    },
    { name: "what Slack sends by itself", body: { type: "app_rate_limited" }, is: { installed: [], homes: [] } },
    { name: "nonsense", body: { team: 7, authorizations: "x", event: [] }, is: { installed: [], homes: [] } },
    { name: "nothing", body: null, is: { installed: [], homes: [] } },
  ])("is told by $name", ({ body, is }) => {
    expect(whenceIs(body)).toMatchObject(is);
  });
});
