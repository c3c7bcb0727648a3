"""What all other tests wait by: the messages between browser and server are read as Streamlit means them."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.e2e.pages import ASIDE


def messages():
    for last in "0123456789abcdef":  # a hash stands before all else and may end in anything
        delta = ForwardMsg(hash="5" * 31 + last)
        delta.metadata.delta_path.extend([0, 1, 300])
        delta.delta.new_element.html.body = "x" * 1000
        yield f"delta {last}", delta
    begin = ForwardMsg()
    begin.new_session.name = "a" * 200
    yield "begin", begin
    for name, status in ForwardMsg.ScriptFinishedStatus.items():
        yield name, ForwardMsg(script_finished=status)
    yield "running", ForwardMsg(session_status_changed={"script_is_running": True})
    ask = BackMsg()
    ask.rerun_script.query_string = "structure=sartorius" * 10
    yield "ask", ask


@pytest.fixture
def aside(pages):
    page = pages.lend(touch=False)
    page.goto(pages.server + ASIDE)
    yield page
    pages.take_back(page, touch=False)


def test_messages_are_read_as_streamlit_means_them(aside):
    for name, message in messages():
        read = aside.evaluate("bytes => [...__watch.fields(new Uint8Array(bytes))]", list(message.SerializeToString()))
        meant = {f.number: v if f.type == f.TYPE_ENUM else 0 for f, v in message.ListFields()}
        assert dict(map(tuple, read)) == meant, name
